using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ProcVision.CompilerServices;

/// <summary>Stores an immutable array as JSON. For generated code.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <param name="element">Writes and reads one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonImmutableArrayCodec<T>(SessionJsonCodec<T> element) : SessionJsonCodec<ImmutableArray<T>>
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json($"ImmutableArray<{element.Type.Name}>");

    internal override SessionCodec NullableForm => field ??= new SessionNullableCodec<ImmutableArray<T>>(this);

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, ImmutableArray<T> value)
    {
        if (value.IsDefault)
        {
            throw json.NotMade(Type.Name);
        }

        json.Elements(element, value.AsSpan());
    }

    /// <inheritdoc/>
    public override ImmutableArray<T> Read(ref SessionJsonReader json) =>
        ImmutableCollectionsMarshal.AsImmutableArray(json.Elements(element, Type.Name).ToArray());
}

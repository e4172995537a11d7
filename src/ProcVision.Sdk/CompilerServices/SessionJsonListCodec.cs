using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ProcVision.CompilerServices;

/// <summary>Stores a list as JSON. For generated code.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <param name="element">Writes and reads one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonListCodec<T>(SessionJsonCodec<T> element) : SessionJsonCodec<List<T>>
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json($"List<{element.Type.Name}>");

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, List<T> value) => json.Elements(element, CollectionsMarshal.AsSpan(value));

    /// <inheritdoc/>
    public override List<T> Read(ref SessionJsonReader json) => json.Elements(element, Type.Name).ToList();
}

using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ProcVision.CompilerServices;

/// <summary>Stores an immutable array of unmanaged values as their bytes. For generated code.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <param name="element">Its description.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionImmutableArrayCodec<T>(SessionType element) : SessionCodec<ImmutableArray<T>>
    where T : unmanaged
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Array($"ImmutableArray<{element.Name}>", element);

    internal override SessionCodec NullableForm => field ??= new SessionNullableCodec<ImmutableArray<T>>(this);

    internal override ReadOnlySpan<byte> Encode(string key, in ImmutableArray<T> value, SessionScratch scratch) =>
        value.IsDefault ? throw SessionCodecErrors.NotMade(key, key, Type.Name) : MemoryMarshal.AsBytes(value.AsSpan());

    internal override ImmutableArray<T> Decode(string key, ReadOnlySpan<byte> bytes)
    {
        var count = SessionElements.Count<T>(key, Type, bytes);
        if (count == 0)
        {
            return [];
        }

        var values = GC.AllocateUninitializedArray<T>(count);
        SessionElements.Copy<T>(bytes, values);
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    internal override void Register() => SessionCodecs.Add(this);
}

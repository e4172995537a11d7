using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ProcVision.CompilerServices;

/// <summary>Stores a list of unmanaged values as their bytes. For generated code.</summary>
/// <typeparam name="T">The element.</typeparam>
/// <param name="element">Its description.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionListCodec<T>(SessionType element) : SessionCodec<List<T>>
    where T : unmanaged
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Array($"List<{element.Name}>", element);

    internal override ReadOnlySpan<byte> Encode(string key, in List<T> value, SessionScratch scratch) =>
        value is null ? throw SessionCodecErrors.Null(key, key, Type.Name) : MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(value));

    internal override List<T> Decode(string key, ReadOnlySpan<byte> bytes)
    {
        var count = SessionElements.Count<T>(key, Type, bytes);
        var values = new List<T>(count);
        CollectionsMarshal.SetCount(values, count);
        SessionElements.Copy(bytes, CollectionsMarshal.AsSpan(values));
        return values;
    }

    internal override void Register() => SessionCodecs.Add(this);
}

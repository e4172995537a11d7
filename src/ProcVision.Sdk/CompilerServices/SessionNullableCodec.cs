using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>A value made nullable, as a whole session value: null is the session's own null, and any other value is stored as without the question mark.</summary>
/// <typeparam name="T">The value.</typeparam>
/// <param name="of">Stores the value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionNullableCodec<T>(SessionCodec<T> of) : SessionCodec<T?>
    where T : struct
{
    /// <inheritdoc/>
    public override SessionType Type => of.Type;

    internal override ReadOnlySpan<byte> Encode(string key, in T? value, SessionScratch scratch) =>
        of.Encode(key, in Nullable.GetValueRefOrDefaultRef(in value), scratch);

    internal override T? Decode(string key, ReadOnlySpan<byte> bytes) => of.Decode(key, bytes);

    internal override void Register() => SessionCodecs.Add(this);
}

using System.ComponentModel;
using System.Runtime.InteropServices;

namespace ProcVision.CompilerServices;

/// <summary>Stores an unmanaged value as the bytes it has in memory. For generated code.</summary>
/// <typeparam name="T">An unmanaged struct or an enum.</typeparam>
/// <param name="type">Its description.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionBytesCodec<T>(SessionType type) : SessionCodec<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = type;

    /// <summary>Writes the value inside JSON, which <c>Dictionary&lt;string, T&gt;</c> is; null when it has no JSON form of its own.</summary>
    public SessionJsonCodec<T>? Json { get; init; }

    internal override SessionCodec NullableForm => field ??= new SessionNullableCodec<T>(this);

    internal override ReadOnlySpan<byte> Encode(string key, in T value, SessionScratch scratch) =>
        MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value));

    internal override T Decode(string key, ReadOnlySpan<byte> bytes) => SessionElements.One<T>(key, Type, bytes);

    internal override void Register()
    {
        SessionCodecs.Add(this);
        NullableForm.Register();
        SessionCodecs.Add(new SessionArrayCodec<T>(Type));
        SessionCodecs.Add(new SessionListCodec<T>(Type));
        SessionCodecs.Add(new SessionImmutableArrayCodec<T>(Type));
        if (Json is not null)
        {
            SessionCodecs.Add(new SessionJsonDictionaryCodec<T>(Json));
        }
    }
}

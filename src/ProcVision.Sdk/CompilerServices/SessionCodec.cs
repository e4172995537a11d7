using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>How the values of one type are stored in a session. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SessionCodec
{
    private protected SessionCodec()
    {
    }

    /// <summary>The description that a region carries.</summary>
    public abstract SessionType Type { get; }

    /// <summary>The description as it stands in front of a value that is stored by key; made once.</summary>
    internal byte[] Description => field ??= RegionSchemaWriter.Describe(Type);

    /// <summary>The codec of the type made nullable, for a value type; else null.</summary>
    internal virtual SessionCodec? NullableForm => null;

    /// <summary>Makes the type, and its nullable and collection forms, known to the keyed door. Once known it stays as it is.</summary>
    internal abstract void Register();
}

/// <summary>How the values of <typeparamref name="T"/> are stored in a session. For generated code.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SessionCodec<T> : SessionCodec
{
    private protected SessionCodec()
    {
    }

    /// <summary>The stored form of a value that is not null.</summary>
    /// <param name="key">For messages.</param>
    /// <param name="value">Not null.</param>
    /// <param name="scratch">Holds the bytes; they are valid until it is used again or returned, and while <paramref name="value"/> is unchanged.</param>
    /// <exception cref="SessionException">The value has no stored form; the message names key and path.</exception>
    internal abstract ReadOnlySpan<byte> Encode(string key, in T value, SessionScratch scratch);

    /// <summary>The value of a stored form.</summary>
    /// <param name="key">For messages.</param>
    /// <param name="bytes">As <see cref="Encode"/> gave them, or anything else: nothing is trusted.</param>
    /// <exception cref="SessionException">The bytes are not a value of this type; the message names key and path.</exception>
    internal abstract T Decode(string key, ReadOnlySpan<byte> bytes);
}

using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>The codecs that the keyed door knows. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SessionCodecs
{
    /// <summary>Makes types known by key. A type that is known stays as it is: two assemblies may bring the same one.</summary>
    public static void Register(IReadOnlyList<SessionCodec> codecs)
    {
        ArgumentNullException.ThrowIfNull(codecs);
        for (var i = 0; i < codecs.Count; i++)
        {
            codecs[i].Register();
        }
    }

    /// <summary>The codec of a type that is not built in; null when it is neither registered nor a collection of a built-in type.</summary>
    internal static SessionCodec<T>? Find<T>() => Known<T>.Codec ?? FindBuiltIn<T>();

    internal static void Add<T>(SessionCodec<T> codec) => Known<T>.Codec ??= codec;

    private static SessionCodec<T>? FindBuiltIn<T>() => Known<T>.Codec = SessionBuiltInCollections.Find<T>();

    /// <summary>One per type; a generic static needs no table of types.</summary>
    private static class Known<T>
    {
        internal static SessionCodec<T>? Codec;
    }
}

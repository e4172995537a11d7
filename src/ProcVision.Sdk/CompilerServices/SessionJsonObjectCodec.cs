using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>
/// As <see cref="SessionJsonCodec{T}"/>, for an author's own type: its collections are known by key as well. For generated code.
/// </summary>
/// <remarks>
/// Apart from its base, because codecs of collections have that base too: there a collection would bring the collections of itself, and the native
/// compiler would follow them without an end.
/// </remarks>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SessionJsonObjectCodec<T> : SessionJsonCodec<T>
{
    internal override void Register()
    {
        SessionCodecs.Add(this);
        SessionCodecs.Add(new SessionJsonArrayCodec<T>(this));
        SessionCodecs.Add(new SessionJsonListCodec<T>(this));
        SessionCodecs.Add(new SessionJsonImmutableArrayCodec<T>(this));
        SessionCodecs.Add(new SessionJsonDictionaryCodec<T>(this));
    }
}

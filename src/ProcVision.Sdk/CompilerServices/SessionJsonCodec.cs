using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>
/// Stores values as UTF-8 JSON: the base of what emitted code derives from. It writes one value, and reads one that the reader stands on; nested values go
/// through <see cref="SessionJsonWriter.Value{T}(SessionJsonCodec{T}, T)"/> and <see cref="SessionJsonReader.Value{T}(SessionJsonCodec{T})"/>.
/// </summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SessionJsonCodec<T> : SessionCodec<T>
{
    /// <summary>Whether null is a value that <see cref="Write"/> and <see cref="Read"/> know; else it is refused before they are called.</summary>
    internal virtual bool TakesNull => false;

    /// <summary>Writes one value.</summary>
    public abstract void Write(SessionJsonWriter json, T value);

    /// <summary>Reads the value whose first token is the current one, up to its last token.</summary>
    public abstract T Read(ref SessionJsonReader json);

    internal sealed override ReadOnlySpan<byte> Encode(string key, in T value, SessionScratch scratch)
    {
        scratch.Json.Begin(key);
        scratch.Json.Value(this, value);
        return scratch.Json.Written;
    }

    internal sealed override T Decode(string key, ReadOnlySpan<byte> bytes)
    {
        var json = new SessionJsonReader(key, bytes);
        try
        {
            json.Begin();
            var value = json.Value(this);
            json.End();
            return value;
        }
        catch (Exception e) when (e is not SessionException)
        {
            // Malformed JSON, text that is no UTF-8, and what the author's own constructor throws at values that it does not want.
            throw json.Failed(e);
        }
    }

    internal override void Register() => SessionCodecs.Add(this);
}

using System.Text.Json;

namespace ProcVision.CompilerServices;

/// <summary>Values that the author's own <c>JsonSerializerContext</c> writes.</summary>
public sealed partial class SessionJsonWriter
{
    /// <summary>A value that is JSON already.</summary>
    /// <exception cref="SessionException">With what is around it, it is nested too deep to be read again.</exception>
    internal void Raw(ReadOnlySpan<byte> value)
    {
        var json = new Utf8JsonReader(value, new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (json.Read())
        {
            if (json.CurrentDepth + _depth >= MaxDepth && json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                throw SessionCodecErrors.TooDeep(_key, Path, MaxDepth);
            }
        }

        Put(value);
    }

    /// <summary>The exception for what a context threw.</summary>
    internal SessionException Refused(Exception cause, string type) => SessionCodecErrors.Refused(_key, Path, type, cause);
}

using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ProcVision;

/// <summary>Text as a session stores it: UTF-8, and never changed on the way.</summary>
internal static class SessionText
{
    /// <summary>Throws where a text has half a surrogate pair.</summary>
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Bytes of a text.</summary>
    /// <exception cref="SessionException">The text has half a surrogate pair, which no UTF-8 and no JSON can carry.</exception>
    internal static int ByteCount(string key, string text)
    {
        try
        {
            return Utf8.GetByteCount(text);
        }
        catch (EncoderFallbackException e)
        {
            throw new SessionException($"会话键 '{key}' 的文本在第 {e.Index} 个字符处有不完整的代理对，无法存储；请先修正文本");
        }
    }

    /// <summary>Reads text that somebody else wrote; false when it is no UTF-8.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        text = IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        return text is not null;
    }

    /// <summary>Whether bytes are UTF-8.</summary>
    internal static bool IsValid(ReadOnlySpan<byte> bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}

using System.Text;

namespace ProcVision.Protocol;

/// <summary>The text of a JSON string whose escapes the scanner has found to be right.</summary>
internal static class JsonText
{
    private const int Shortened = 40;

    /// <summary>Writes the text without escapes; it is never longer than the escaped form.</summary>
    /// <param name="inner">What stands between the quotes.</param>
    /// <param name="text">At least as long as <paramref name="inner"/>.</param>
    /// <returns>How many bytes of <paramref name="text"/> were written.</returns>
    internal static int Unescape(ReadOnlySpan<byte> inner, Span<byte> text)
    {
        var written = 0;
        for (var at = 0; at < inner.Length;)
        {
            if (inner[at] != '\\')
            {
                text[written++] = inner[at++];
                continue;
            }

            if (inner[at + 1] != 'u')
            {
                text[written++] = Simple(inner[at + 1]);
                at += 2;
                continue;
            }

            var unit = HexUnit(inner, at);
            at += 6;
            Rune rune;
            if (char.IsHighSurrogate((char)unit))
            {
                rune = new Rune((char)unit, (char)HexUnit(inner, at));
                at += 6;
            }
            else
            {
                rune = new Rune((char)unit);
            }

            written += rune.EncodeToUtf8(text[written..]);
        }

        return written;
    }

    /// <summary>Whether the text of a string, written with escapes, is <paramref name="text"/>.</summary>
    internal static bool EscapedEquals(ReadOnlySpan<byte> inner, ReadOnlySpan<byte> text)
    {
        // An escape is at the most six times as long as what it stands for; more cannot be equal.
        if (inner.Length < text.Length || inner.Length > 6L * text.Length || inner.Length > 1024)
        {
            return false;
        }

        Span<byte> unescaped = stackalloc byte[inner.Length];
        return unescaped[..Unescape(inner, unescaped)].SequenceEqual(text);
    }

    /// <summary>The text as a string.</summary>
    internal static string ToText(ReadOnlySpan<byte> inner, bool isEscaped)
    {
        if (!isEscaped)
        {
            return Encoding.UTF8.GetString(inner);
        }

        var unescaped = new byte[inner.Length];
        return Encoding.UTF8.GetString(unescaped, 0, Unescape(inner, unescaped));
    }

    /// <summary>A value's JSON for a message: at most 40 characters of it.</summary>
    internal static string Shorten(ReadOnlySpan<byte> raw) =>
        // Cut behind the 41st character at the latest; what the cut leaves of a character is not shown.
        Shorten(Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, 4 * (Shortened + 1))]));

    /// <summary>At most 40 characters of a text.</summary>
    internal static string Shorten(string text)
    {
        if (text.Length <= Shortened)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[Shortened - 1]) ? Shortened - 1 : Shortened;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    /// <summary>The UTF-16 unit of the <c>\uXXXX</c> at <paramref name="at"/>; -1 when none stands there.</summary>
    internal static int HexUnit(ReadOnlySpan<byte> json, int at)
    {
        if (at > json.Length - 6 || json[at] != '\\' || json[at + 1] != 'u')
        {
            return -1;
        }

        var unit = 0;
        for (var i = at + 2; i < at + 6; i++)
        {
            var digit = json[i];
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return -1;
            }

            unit = (unit << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return unit;
    }

    private static byte Simple(byte escape) => escape switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => escape,
    };
}

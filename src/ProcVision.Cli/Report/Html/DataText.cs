using System.Globalization;
using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// Writes a text that comes from an algorithm, a manifest or a file name into HTML, as text and in double-quoted attributes. It cannot end
/// its place, cannot hide what follows it (a control character becomes visible, an override of the writing direction is named), is
/// valid Unicode, and has an end.
/// </summary>
internal static class DataText
{
    /// <summary>A longer text is cut with a remark: the page stays one that a tablet can show. <c>--json</c> has it whole.</summary>
    public const int Longest = 5000;

    public static void Write(TextWriter output, ReadOnlySpan<char> text)
    {
        var shown = text.Length > Longest ? text[..Longest] : text;
        while (!shown.IsEmpty)
        {
            // A lone surrogate is decoded to U+FFFD.
            Rune.DecodeFromUtf16(shown, out var rune, out int used);
            bool lineEnd = rune.Value == '\r' && shown.Length > 1 && shown[1] == '\n';
            shown = shown[used..];
            if (!lineEnd)
                Write(output, rune);
        }

        if (text.Length > Longest)
            output.Write(Words.Of($" …（另有 {text.Length - Longest} 个字符）", $" … ({text.Length - Longest} more characters)"));
    }

    private static void Write(TextWriter output, Rune rune)
    {
        Span<char> plain = stackalloc char[2];
        switch (rune.Value)
        {
            case '&':
                output.Write("&amp;");
                break;
            case '<':
                output.Write("&lt;");
                break;
            case '>':
                output.Write("&gt;");
                break;
            case '"':
                output.Write("&quot;");
                break;
            case '\'':
                output.Write("&#39;");
                break;
            case < ' ' and not ('\t' or '\n'):
                // The symbols for control characters stand in their order.
                output.Write((char)('\u2400' + rune.Value));
                break;
            case 0x7F:
                output.Write('\u2421');
                break;
            default:
                if (IsHarmful(rune.Value))
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩"));
                else
                    output.Write(plain[..rune.EncodeToUtf16(plain)]);
                break;
        }
    }

    /// <summary>C1 controls, what turns the writing direction of the text after it, and code points that are no characters.</summary>
    private static bool IsHarmful(int value) =>
        value is (>= 0x80 and < 0xA0) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or (>= 0xFDD0 and <= 0xFDEF)
        || (value & 0xFFFE) == 0xFFFE;
}

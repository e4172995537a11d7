using System.Globalization;
using System.Text;

namespace ProcVision.Cli;

/// <summary>
/// Text from a stranger on its way to a terminal: what the terminal would obey, or what would show it in another order than it has, is written as
/// <c>\uXXXX</c>.
/// </summary>
internal static class TerminalText
{
    public static string Of(string text)
    {
        var safe = new StringBuilder();
        for (int i = 0; i < text.Length;)
        {
            bool isWhole = Rune.TryGetRuneAt(text, i, out var rune);
            int length = isWhole ? rune.Utf16SequenceLength : 1;
            if (isWhole && !IsUnsafe(rune))
                safe.Append(text, i, length);
            else
                AppendEscaped(safe, text.AsSpan(i, length));
            i += length;
        }

        return safe.ToString();
    }

    /// <summary>Columns that a text takes on a terminal: a letter of East Asia takes two, a mark on a letter none.</summary>
    public static int Width(string text)
    {
        int width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Width(rune);
        return width;
    }

    /// <summary>The text, or as much of its beginning as fits into so many columns, and an ellipsis.</summary>
    public static string Shortened(string text, int columns)
    {
        if (Width(text) <= columns)
            return text;
        int width = 0, end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += Width(rune);
            if (width >= columns)
                break;
            end += rune.Utf16SequenceLength;
        }

        return text[..end] + "…";
    }

    private static int Width(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        _ when rune.Value is (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD) => 2,
        _ => 1,
    };

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private static void AppendEscaped(StringBuilder into, ReadOnlySpan<char> units)
    {
        foreach (char unit in units)
            into.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
    }
}

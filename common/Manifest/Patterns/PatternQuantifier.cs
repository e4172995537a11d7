using System.Globalization;

namespace ProcVision.Manifests;

/// <summary>How often a part of a regular expression is matched.</summary>
/// <param name="Least">At least.</param>
/// <param name="Most">At most; null without an end.</param>
/// <param name="End">The place after the quantifier and its <c>?</c>.</param>
internal sealed record PatternQuantifier(int Least, int? Most, int End)
{
    /// <summary>The quantifier at a place; null when there is none. A brace that is no quantifier is a character.</summary>
    public static PatternQuantifier? Read(string text, int at)
    {
        if (at == text.Length)
            return null;
        var plain = text[at] switch
        {
            '*' => new(0, null, at + 1),
            '+' => new(1, null, at + 1),
            '?' => new(0, 1, at + 1),
            '{' => Braces(text, at),
            _ => null,
        };
        return plain is not null && plain.End < text.Length && text[plain.End] == '?' ? plain with { End = plain.End + 1 } : plain;
    }

    private static PatternQuantifier? Braces(string text, int at)
    {
        int end = text.IndexOf('}', at);
        if (end < 0)
            return null;
        string[] numbers = text.Substring(at + 1, end - at - 1).Split(',');
        if (numbers.Length > 2 || Number(numbers[0]) is not { } least)
            return null;
        if (numbers.Length == 1)
            return new(least, least, end + 1);
        if (numbers[1].Length == 0)
            return new(least, null, end + 1);
        return Number(numbers[1]) is { } most ? new(least, most, end + 1) : null;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}

using System.Globalization;
using ProcVision.Json;

namespace ProcVision.Manifests;

/// <summary>How messages write lists and numbers: the same on every machine.</summary>
internal static class Wording
{
    private const int MostListed = 8;
    private const int Longest = 40;

    /// <summary><c>'a', 'b' or 'c'</c>; a long list is cut.</summary>
    public static string OneOf(IEnumerable<string> texts)
    {
        var quoted = texts.Select(t => $"'{Shorten(t)}'").ToArray();
        if (quoted.Length > MostListed)
            return string.Join(", ", quoted.Take(MostListed)) + " …";
        return quoted.Length < 2
            ? string.Concat(quoted)
            : string.Join(", ", quoted.Take(quoted.Length - 1)) + " or " + quoted[quoted.Length - 1];
    }

    /// <summary>For example <c>a number from 0.5 to 0.9</c>.</summary>
    public static string Range<T>(string noun, T? min, T? max)
        where T : struct, IFormattable => (min, max) switch
        {
            ({ } low, { } high) => $"{noun} from {Number(low)} to {Number(high)}",
            ({ } low, null) => $"{noun} of at least {Number(low)}",
            (null, { } high) => $"{noun} of at most {Number(high)}",
            _ => noun,
        };

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Number<T>(T value)
        where T : struct, IFormattable => value is double real ? JsonNumber.Format(real) : value.ToString(null, CultureInfo.InvariantCulture);

    /// <summary>A text of a manifest as part of a message: at most 40 characters, and no half surrogate pair.</summary>
    public static string Shorten(string text) =>
        text.Length <= Longest ? text : text.Remove(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1) + "…";
}

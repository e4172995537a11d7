using System.Globalization;

namespace ProcVision.Json;

/// <summary>How numbers are written, RFC 8259 §6.</summary>
internal static class JsonNumber
{
    /// <summary>The text of a finite number that reads back as the same number, as short as the runtime can make it.</summary>
    public static string Format(double value)
    {
        // .NET Framework, on which a compiler may run, does not keep the promise of "R" for every number.
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    /// <summary>Whether <paramref name="word"/> is a number from its first to its last character.</summary>
    public static bool IsWellFormed(string word)
    {
        int i = 0;
        if (At(word, i) == '-')
            i++;

        if (At(word, i) == '0')
            i++;
        else if (!SkipDigits(word, ref i))
            return false;

        if (At(word, i) == '.')
        {
            i++;
            if (!SkipDigits(word, ref i))
                return false;
        }

        if (At(word, i) is 'e' or 'E')
        {
            i++;
            if (At(word, i) is '+' or '-')
                i++;
            if (!SkipDigits(word, ref i))
                return false;
        }

        return i == word.Length;
    }

    private static char At(string word, int i) => i < word.Length ? word[i] : '\0';

    private static bool SkipDigits(string word, ref int i)
    {
        int begin = i;
        while (At(word, i) is >= '0' and <= '9')
            i++;
        return i > begin;
    }
}

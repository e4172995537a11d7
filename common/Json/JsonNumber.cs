namespace ProcVision.Json;

/// <summary>The grammar of numbers, RFC 8259 §6.</summary>
internal static class JsonNumber
{
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

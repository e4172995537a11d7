using System.Globalization;

namespace ProcVision.Protocol;

/// <summary>The value of a JSON number whose grammar the scanner has found to be right.</summary>
internal static class JsonNumber
{
    /// <summary>Powers of ten that a double holds exactly.</summary>
    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>
    /// The value where it is an integer, exactly: <c>5</c>, and also <c>5.0</c> and <c>5e0</c>, which other languages write for the same
    /// number; never <c>5.5</c>.
    /// </summary>
    internal static JsonInteger ToInt64(ReadOnlySpan<byte> number, out long value)
    {
        var isNegative = number[0] == '-';
        ulong magnitude = 0;
        var at = isNegative ? 1 : 0;
        // 18 digits cannot overflow.
        for (var end = Math.Min(number.Length, at + 18); at < end && (uint)(number[at] - '0') <= 9; at++)
        {
            magnitude = (magnitude * 10) + (uint)(number[at] - '0');
        }

        if (at == number.Length)
        {
            value = isNegative ? -(long)magnitude : (long)magnitude;
            return JsonInteger.Exact;
        }

        return Slow(number, isNegative, out value);
    }

    /// <summary>The nearest double; false when it is beyond the range of one, as <c>1e999</c>.</summary>
    internal static bool TryDouble(ReadOnlySpan<byte> number, out double value)
    {
        var at = number[0] == '-' ? 1 : 0;
        var isNegative = at == 1;
        ulong mantissa = 0;
        var scale = 0;
        var inFraction = false;
        for (var digits = 0; at < number.Length && digits < 16; at++)
        {
            var digit = (uint)(number[at] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                digits++;
                scale += inFraction ? 1 : 0;
            }
            else if (number[at] == '.')
            {
                inFraction = true;
            }
            else
            {
                break;
            }
        }

        // Both operands are exact, so the one division rounds to the nearest double.
        if (at == number.Length && mantissa <= 1UL << 53)
        {
            value = mantissa / PowersOfTen[scale];
            value = isNegative ? -value : value;
            return true;
        }

        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>With fraction, exponent or many digits: the digits without trailing zeros, and how many zeros belong behind them.</summary>
    private static JsonInteger Slow(ReadOnlySpan<byte> number, bool isNegative, out long value)
    {
        var exponentAt = number.IndexOfAny((byte)'e', (byte)'E');
        var digits = exponentAt < 0 ? number : number[..exponentAt];
        var exponent = 0L;
        // An exponent that is no int is beyond every long, or the number is zero.
        if (exponentAt >= 0 && !long.TryParse(number[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
        {
            exponent = number[exponentAt + 1] == '-' ? int.MinValue : int.MaxValue;
        }

        UInt128 magnitude = 0;
        long zeros = 0;
        var inFraction = false;
        var isHuge = false;
        foreach (var character in digits)
        {
            if (character == '.')
            {
                inFraction = true;
            }
            else if (character != '-')
            {
                exponent -= inFraction ? 1 : 0;
                if (character == '0')
                {
                    zeros++;
                    continue;
                }

                isHuge |= !TryShift(ref magnitude, zeros + 1);
                magnitude += (uint)(character - '0');
                zeros = 0;
            }
        }

        value = 0;
        if (magnitude == 0 && !isHuge)
        {
            return JsonInteger.Exact;
        }

        exponent += zeros;
        if (exponent < 0)
        {
            return JsonInteger.Fraction;
        }

        var limit = isNegative ? (UInt128)1 << 63 : long.MaxValue;
        if (isHuge || !TryShift(ref magnitude, exponent) || magnitude > limit)
        {
            return isNegative ? JsonInteger.TooSmall : JsonInteger.TooLarge;
        }

        value = isNegative ? (long)(0 - (ulong)magnitude) : (long)magnitude;
        return JsonInteger.Exact;
    }

    /// <summary>Times ten to the power of <paramref name="places"/>; false, and no change, beyond what can be a long.</summary>
    private static bool TryShift(ref UInt128 magnitude, long places)
    {
        if (magnitude == 0)
        {
            return true;
        }

        for (var shifted = magnitude; shifted <= (UInt128)1 << 63; shifted *= 10)
        {
            if (places-- == 0)
            {
                magnitude = shifted;
                return true;
            }
        }

        return false;
    }
}

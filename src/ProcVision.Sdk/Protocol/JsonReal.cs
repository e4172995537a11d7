using System.Globalization;

namespace ProcVision.Protocol;

/// <summary>Finite doubles as JSON numbers that are read back to the last bit.</summary>
internal static class JsonReal
{
    /// <summary>Writes the number; 32 bytes are always enough.</summary>
    /// <returns>How many bytes were written.</returns>
    internal static int Write(double value, Span<byte> utf8)
    {
        // Scores and sizes have few decimals: scaled to an integer they need no search for the shortest form. The division is of two exact
        // numbers and so rounds as a reader would; at 15 digits or fewer no shorter text means the same double.
        if (TryFixed(value, 1_000, 3, utf8, out var written) || TryFixed(value, 1_000_000, 6, utf8, out written))
        {
            return written;
        }

        _ = value.TryFormat(utf8, out written, default, CultureInfo.InvariantCulture);
        return written;
    }

    private static bool TryFixed(double value, int scale, int decimals, Span<byte> utf8, out int written)
    {
        written = 0;
        var scaled = Math.Round(value * scale);
        // Also false for zero, whose sign would be lost.
        if (!(Math.Abs(scaled) is >= 1 and < 1e15) || scaled / scale != value)
        {
            return false;
        }

        var magnitude = (long)Math.Abs(scaled);
        if (value < 0)
        {
            utf8[written++] = (byte)'-';
        }

        var (whole, fraction) = Math.DivRem(magnitude, scale);
        written += JsonDigits.Write(whole, utf8[written..]);
        if (fraction == 0)
        {
            return true;
        }

        utf8[written] = (byte)'.';
        var places = decimals;
        for (; fraction % 10 == 0; places--)
        {
            fraction /= 10;
        }

        for (var at = places; at > 0; at--)
        {
            (fraction, var digit) = Math.DivRem(fraction, 10);
            utf8[written + at] = (byte)('0' + digit);
        }

        written += places + 1;
        return true;
    }
}

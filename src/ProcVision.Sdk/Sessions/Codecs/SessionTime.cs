using System.Buffers.Text;
using System.Globalization;

namespace ProcVision;

/// <summary>Times as System.Text.Json writes and takes them.</summary>
internal static class SessionTime
{
    /// <summary>Bytes of the longest text of a time when each of its characters is an escape.</summary>
    internal const int LongestEscaped = 26 * 6;

    private const int DateLength = 10;
    private const int FractionAt = 19;
    private const int FractionLength = 8;

    /// <summary>Takes the zeros from the end of the fraction of a time in the format <c>O</c>, and the point with the last digit.</summary>
    /// <returns>The new length.</returns>
    internal static int Trim(Span<byte> text)
    {
        var end = FractionAt + FractionLength;
        var kept = end;
        while (text[kept - 1] == (byte)'0')
        {
            kept--;
        }

        if (kept == FractionAt + 1)
        {
            kept = FractionAt;
        }

        text[end..].CopyTo(text[kept..]);
        return text.Length - (end - kept);
    }

    /// <summary>A span of time, <c>[-][d.]hh:mm:ss[.fffffff]</c>, and nothing after it.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        value = default;

        // The parser would step over white space.
        return text is [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..] && Utf8Parser.TryParse(text, out value, out var used, 'c') && used == text.Length;
    }

    /// <summary>A time of day: the same without sign and days.</summary>
    internal static bool TryParseTimeOfDay(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryParse(text, out var time) || text[0] == (byte)'-' || text.IndexOfAny((byte)'.', (byte)':') is var at && (at < 0 || text[at] != ':'))
        {
            return false;
        }

        value = TimeOnly.FromTimeSpan(time);
        return true;
    }

    /// <summary>A date, <c>yyyy-MM-dd</c>.</summary>
    internal static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        Span<char> chars = stackalloc char[DateLength];
        return text.Length == DateLength
            && System.Text.Ascii.ToUtf16(text, chars, out _) == System.Buffers.OperationStatus.Done
            && DateOnly.TryParseExact(chars, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }
}

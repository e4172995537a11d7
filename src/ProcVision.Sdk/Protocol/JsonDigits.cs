using System.Buffers.Text;

namespace ProcVision.Protocol;

/// <summary>Integers as JSON. Coordinates and sizes have up to four digits; those are written without a call.</summary>
internal static class JsonDigits
{
    /// <summary>Writes the integer; 20 bytes are always enough.</summary>
    /// <returns>How many bytes were written.</returns>
    internal static int Write(long value, Span<byte> utf8)
    {
        if ((ulong)value >= 10_000)
        {
            _ = Utf8Formatter.TryFormat(value, utf8, out var written);
            return written;
        }

        var left = (uint)value;
        var length = left < 10 ? 1 : left < 100 ? 2 : left < 1000 ? 3 : 4;
        for (var at = length - 1; at > 0; at--)
        {
            var tens = left / 10;
            utf8[at] = (byte)('0' + (left - (tens * 10)));
            left = tens;
        }

        utf8[0] = (byte)('0' + left);
        return length;
    }
}

using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>
/// Which coefficients the scans of a progressive JPEG have brought to their last bit. One that ends after its first scans is legal and a
/// blurred picture: what a transfer that broke off leaves when somebody adds an end marker.
/// </summary>
internal struct JpegCoefficients
{
    private const int Components = 3;

    // A bit per coefficient.
    private Brought _brought;

    /// <summary>Takes a scan in. One that makes no sense brings nothing.</summary>
    /// <param name="frame">The body of the frame header, already checked.</param>
    /// <param name="scan">The body of the scan header.</param>
    internal void Add(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> scan)
    {
        if (scan.Length < 6 || scan.Length != 4 + (2 * scan[0]))
        {
            return;
        }

        var (first, last, isLastBit) = (scan[^3], scan[^2], (scan[^1] & 15) == 0);
        if (first > last || last > 63)
        {
            return;
        }

        var band = (ulong.MaxValue >> (63 - (last - first))) << first;
        for (var i = 0; i < frame[5]; i++)
        {
            for (var j = 0; j < scan[0]; j++)
            {
                if (scan[1 + (2 * j)] == frame[6 + (3 * i)])
                {
                    _brought[i] = isLastBit ? _brought[i] | band : _brought[i] & ~band;
                }
            }
        }
    }

    /// <summary>Whether nothing is missing.</summary>
    internal readonly bool IsWhole(int components)
    {
        for (var i = 0; i < components; i++)
        {
            if (_brought[i] != ulong.MaxValue)
            {
                return false;
            }
        }

        return true;
    }

    [InlineArray(Components)]
    private struct Brought
    {
        private ulong _first;
    }
}

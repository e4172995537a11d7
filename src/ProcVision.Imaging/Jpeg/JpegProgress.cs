namespace ProcVision.Imaging;

/// <summary>
/// Which bits of which coefficients the scans have brought so far (ITU T.81, G.1.1.1). What no scan brings, StbImageSharp takes from
/// memory that it has not written.
/// </summary>
internal sealed class JpegProgress
{
    private const sbyte Unseen = -1;

    // [component * 64 + coefficient]: the lowest bit sent.
    private readonly sbyte[] _low = new sbyte[3 * 64];

    internal void Forget() => _low.AsSpan().Fill(Unseen);

    internal bool IsSeen(int component) => _low[component * 64] != Unseen;

    /// <summary>Takes one component of a scan in.</summary>
    /// <param name="component">Its place in the frame.</param>
    /// <param name="band">The last three bytes of the scan header: first and last coefficient, then the bits sent before and now.</param>
    /// <param name="isProgressive">Otherwise a scan brings all there is.</param>
    /// <returns>Whether the scan continues what was sent before.</returns>
    internal bool Advance(int component, ReadOnlySpan<byte> band, bool isProgressive)
    {
        var (first, last, before, now) = (band[0], band[1], band[2] >> 4, band[2] & 15);
        var isBand = isProgressive
            ? first <= last && last <= 63 && (first == 0 ? last == 0 : IsSeen(component)) && (before == 0 || now == before - 1)
            : band is [0, 63, 0];
        if (!isBand)
        {
            return false;
        }

        foreach (ref var low in _low.AsSpan((component * 64) + first, last - first + 1))
        {
            if (before != Math.Max(low, (sbyte)0))
            {
                return false;
            }

            low = (sbyte)now;
        }

        return true;
    }
}

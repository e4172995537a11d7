using ProcVision;

namespace AlgorithmExample;

/// <summary>
/// Puts a part's rectangle where an edge is measured: where the brightness passes the middle between tray and part.
/// The mask's own border lies lower, so that no part falls apart, and so a little outside.
/// </summary>
internal static class EdgeRefiner
{
    /// <summary>An outermost row or column belongs to the part from this many pixels on: one alone may be noise.</summary>
    private const int MinPixels = 2;

    /// <summary>The blob's rectangle, each side moved inwards to the part's measured edge.</summary>
    /// <param name="contrast">Brightness above the tray's.</param>
    /// <param name="mask">The mask in which the blob was found.</param>
    /// <param name="blob">The part.</param>
    public static Rect Refine(Plane contrast, Plane mask, in Blob blob)
    {
        int left = blob.Left, top = blob.Top, right = blob.Right, bottom = blob.Bottom;
        var middle = MeanInside(contrast, mask, blob) / 2;
        while (bottom - top > 1 && Count(contrast, left, top, right, top + 1, middle) < MinPixels)
            top++;
        while (bottom - top > 1 && Count(contrast, left, bottom - 1, right, bottom, middle) < MinPixels)
            bottom--;
        while (right - left > 1 && Count(contrast, left, top, left + 1, bottom, middle) < MinPixels)
            left++;
        while (right - left > 1 && Count(contrast, right - 1, top, right, bottom, middle) < MinPixels)
            right--;
        return new Rect(left, top, right - left, bottom - top);
    }

    private static int MeanInside(Plane contrast, Plane mask, in Blob blob)
    {
        long sum = 0;
        var count = 1;
        for (var y = blob.Top; y < blob.Bottom; y++)
        {
            var values = contrast.Row(y)[blob.Left..blob.Right];
            var inside = mask.Row(y)[blob.Left..blob.Right];
            for (var x = 0; x < values.Length; x++)
            {
                sum += values[x] & inside[x];
                count += inside[x] & 1;
            }
        }

        return (int)(sum / count);
    }

    /// <summary>How many pixels of a strip reach a level.</summary>
    private static int Count(Plane contrast, int left, int top, int right, int bottom, int level)
    {
        var count = 0;
        for (var y = top; y < bottom; y++)
        {
            foreach (var value in contrast.Row(y)[left..right])
                count += value >= level ? 1 : 0;
        }

        return count;
    }
}

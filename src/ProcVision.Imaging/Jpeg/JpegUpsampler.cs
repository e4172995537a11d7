namespace ProcVision.Imaging;

/// <summary>Gives one component's row in the picture's full width.</summary>
internal static class JpegUpsampler
{
    /// <summary>
    /// Half-resolution colour is interpolated with weights 3:1, as the samples lie between the pixels; other ratios are repeated.
    /// </summary>
    /// <param name="component">Its samples.</param>
    /// <param name="frame">The picture.</param>
    /// <param name="y">The picture's row.</param>
    /// <param name="sums">Scratch, a component's width.</param>
    /// <param name="row">The picture's width, rounded up to coded units.</param>
    internal static ReadOnlySpan<byte> Row(JpegComponent component, JpegFrame frame, int y, Span<int> sums, Span<byte> row)
    {
        var (across, down) = (frame.MaxAcross / component.Across, frame.MaxDown / component.Down);
        var isWhole = across * component.Across == frame.MaxAcross && down * component.Down == frame.MaxDown;
        if (isWhole && (across, down) == (1, 1))
        {
            return component.Row(y);
        }

        if (isWhole && (across, down) == (2, 1) && component.Width > 2)
        {
            Across(component.Row(y), row);
        }
        else if (isWhole && (across, down) == (2, 2) && component.Width > 2)
        {
            AcrossAndDown(component.Row(y / 2), component.Row((y / 2) + ((y & 1) == 0 ? -1 : 1)), sums, row);
        }
        else if (isWhole && (across, down) == (1, 2))
        {
            Down(component.Row(y / 2), component.Row((y / 2) + ((y & 1) == 0 ? -1 : 1)), (y & 1) == 0 ? 1 : 2, row);
        }
        else
        {
            var from = component.Row(y * component.Down / frame.MaxDown);
            for (var x = 0; x < frame.Width; x++)
            {
                row[x] = from[x * component.Across / frame.MaxAcross];
            }
        }

        return row;
    }

    private static void Across(ReadOnlySpan<byte> from, Span<byte> to)
    {
        var last = from.Length - 1;
        to[0] = from[0];
        to[1] = (byte)(((3 * from[0]) + from[1] + 2) >> 2);
        for (var x = 1; x < last; x++)
        {
            to[2 * x] = (byte)(((3 * from[x]) + from[x - 1] + 1) >> 2);
            to[(2 * x) + 1] = (byte)(((3 * from[x]) + from[x + 1] + 2) >> 2);
        }

        to[2 * last] = (byte)(((3 * from[last]) + from[last - 1] + 1) >> 2);
        to[(2 * last) + 1] = from[last];
    }

    private static void Down(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, int bias, Span<byte> to)
    {
        far = far[..near.Length];
        to = to[..near.Length];
        for (var x = 0; x < near.Length; x++)
        {
            to[x] = (byte)(((3 * near[x]) + far[x] + bias) >> 2);
        }
    }

    private static void AcrossAndDown(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, Span<int> sums, Span<byte> to)
    {
        sums = sums[..near.Length];
        far = far[..near.Length];
        for (var x = 0; x < near.Length; x++)
        {
            sums[x] = (3 * near[x]) + far[x];
        }

        var last = near.Length - 1;
        to[0] = (byte)(((4 * sums[0]) + 8) >> 4);
        to[1] = (byte)(((3 * sums[0]) + sums[1] + 7) >> 4);
        for (var x = 1; x < last; x++)
        {
            to[2 * x] = (byte)(((3 * sums[x]) + sums[x - 1] + 8) >> 4);
            to[(2 * x) + 1] = (byte)(((3 * sums[x]) + sums[x + 1] + 7) >> 4);
        }

        to[2 * last] = (byte)(((3 * sums[last]) + sums[last - 1] + 8) >> 4);
        to[(2 * last) + 1] = (byte)(((4 * sums[last]) + 7) >> 4);
    }
}

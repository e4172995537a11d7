namespace ProcVision.Imaging;

/// <summary>Takes the filter off one row of PNG data (ISO/IEC 15948, clause 9).</summary>
internal static class PngFilter
{
    /// <param name="filter">0 to 4.</param>
    /// <param name="row">The row, in place.</param>
    /// <param name="above">The row above, already without its filter; zeros for the first.</param>
    /// <param name="back">Bytes from one pixel to the next.</param>
    /// <exception cref="ImageException">There is no such filter.</exception>
    internal static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int back)
    {
        above = above[..row.Length];
        switch (filter)
        {
            case 0:
                break;
            case 1:
                for (var i = back; i < row.Length; i++)
                {
                    row[i] += row[i - back];
                }

                break;
            case 2:
                Up(row, above);
                break;
            case 3:
                Average(row, above, back);
                break;
            case 4:
                Paeth(row, above, back);
                break;
            case < 0:
                throw new ImageException("PNG 数据损坏: 数据提前结束");
            default:
                throw new ImageException($"PNG 数据损坏: 未知的行滤波 {filter}");
        }
    }

    private static void Up(Span<byte> row, ReadOnlySpan<byte> above)
    {
        for (var i = 0; i < row.Length; i++)
        {
            row[i] += above[i];
        }
    }

    private static void Average(Span<byte> row, ReadOnlySpan<byte> above, int back)
    {
        for (var i = 0; i < Math.Min(back, row.Length); i++)
        {
            row[i] += (byte)(above[i] >> 1);
        }

        for (var i = back; i < row.Length; i++)
        {
            row[i] += (byte)((row[i - back] + above[i]) >> 1);
        }
    }

    private static void Paeth(Span<byte> row, ReadOnlySpan<byte> above, int back)
    {
        for (var i = 0; i < Math.Min(back, row.Length); i++)
        {
            row[i] += above[i];
        }

        for (var i = back; i < row.Length; i++)
        {
            int left = row[i - back], up = above[i], corner = above[i - back];
            int toLeft = Math.Abs(up - corner), toUp = Math.Abs(left - corner), toCorner = Math.Abs(left + up - corner - corner);
            row[i] += (byte)(toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner);
        }
    }
}

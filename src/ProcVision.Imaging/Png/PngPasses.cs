namespace ProcVision.Imaging;

/// <summary>How the unpacked data of a PNG lie: one row after the other, each behind the number of its filter (ISO/IEC 15948, 7.2, 8.2).</summary>
internal static class PngPasses
{
    /// <summary>Where a pass begins and how far apart its pixels are: x, y, then the steps.</summary>
    private static ReadOnlySpan<byte> Interlaced =>
        [0, 0, 8, 8, 4, 0, 8, 8, 0, 4, 4, 8, 2, 0, 4, 4, 0, 2, 2, 4, 1, 0, 2, 2, 0, 1, 1, 2];

    private static ReadOnlySpan<byte> Plain => [0, 0, 1, 1];

    /// <summary>Bytes that a picture of this shape unpacks to: no more, no less.</summary>
    internal static int Length(in PngShape shape, in ImageHeader header)
    {
        var total = 0;
        for (var passes = Passes(shape); !passes.IsEmpty; passes = passes[4..])
        {
            total += Rows(passes, header) * RowLength(passes, shape, header);
        }

        return total;
    }

    /// <exception cref="ImageException">A row has a filter that does not exist.</exception>
    internal static void CheckFilters(in PngShape shape, in ImageHeader header, ReadOnlySpan<byte> data)
    {
        for (var passes = Passes(shape); !passes.IsEmpty; passes = passes[4..])
        {
            var length = RowLength(passes, shape, header);
            for (var rows = length == 0 ? 0 : Rows(passes, header); rows > 0; rows--)
            {
                if (data[0] > 4)
                {
                    throw new ImageException($"PNG 数据损坏: 未知的行滤波 {data[0]}");
                }

                data = data[length..];
            }
        }
    }

    private static ReadOnlySpan<byte> Passes(in PngShape shape) => shape.Interlace == 1 ? Interlaced : Plain;

    private static int Rows(ReadOnlySpan<byte> pass, in ImageHeader header) => (header.Height - pass[1] + pass[3] - 1) / pass[3];

    /// <summary>With the filter's byte; 0 for a pass without pixels, which has no rows either.</summary>
    private static int RowLength(ReadOnlySpan<byte> pass, in PngShape shape, in ImageHeader header)
    {
        var pixels = (header.Width - pass[0] + pass[2] - 1) / pass[2];
        return pixels <= 0 ? 0 : 1 + (((pixels * shape.Channels * shape.BitDepth) + 7) / 8);
    }
}

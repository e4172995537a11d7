namespace ProcVision;

/// <summary>Turns the array forms that are legal but not how a picture lies into one that is (conformance 525).</summary>
internal static class NpyPixels
{
    // Tiles of this side keep the lines being read and those being written in the first-level cache.
    private const int Tile = 32;

    /// <summary>Writes rows of pixels of one or three samples; a fourth sample (transparency) is dropped.</summary>
    internal static void Convert(in NpyHeader header, ReadOnlySpan<byte> samples, Span<byte> pixels)
    {
        if (header.IsColumnMajor)
        {
            FromColumnMajor(header, samples, pixels);
        }
        else
        {
            DropFourth(samples, pixels);
        }
    }

    /// <summary>The bytes of a pixel after <see cref="Convert"/>.</summary>
    internal static int BytesPerPixel(in NpyHeader header) => header.Channels == 1 ? 1 : 3;

    private static void DropFourth(ReadOnlySpan<byte> samples, Span<byte> pixels)
    {
        for (int from = 0, to = 0; to < pixels.Length; from += 4, to += 3)
        {
            pixels[to] = samples[from];
            pixels[to + 1] = samples[from + 1];
            pixels[to + 2] = samples[from + 2];
        }
    }

    private static void FromColumnMajor(in NpyHeader header, ReadOnlySpan<byte> samples, Span<byte> pixels)
    {
        var (width, height) = (header.Width, header.Height);
        var bytes = BytesPerPixel(header);
        for (var channel = 0; channel < bytes; channel++)
        {
            var plane = samples.Slice(channel * width * height, width * height);
            for (var top = 0; top < height; top += Tile)
            {
                for (var left = 0; left < width; left += Tile)
                {
                    for (var y = top; y < Math.Min(top + Tile, height); y++)
                    {
                        for (var x = left; x < Math.Min(left + Tile, width); x++)
                        {
                            pixels[(((y * width) + x) * bytes) + channel] = plane[(x * height) + y];
                        }
                    }
                }
            }
        }
    }
}

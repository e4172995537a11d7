using System.Runtime.InteropServices;
using StbImageSharp;

namespace ProcVision.Imaging;

/// <summary>
/// PNG: unpacked and checked by <see cref="PngUnpacker"/>, turned into pixels by StbImageSharp (filters, interlacing, bit depths, palette).
/// Transparency is dropped, never blended; every checksum is checked.
/// </summary>
/// <remarks>
/// Memory: the unpacked data, kept from file to file, and that of StbImageSharp, outside the managed heap, at most twelve bytes per
/// pixel of the header and freed before the call returns.
/// </remarks>
internal sealed unsafe class StbPngDecoder : IImageDecoder
{
    private readonly PngUnpacker _unpacker = new();
    private readonly byte[] _palette = new byte[256 * 4];

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels)
    {
        var shape = PngShape.Read(encoded);
        var palette = PngUnpacker.CheckChunks(encoded);
        var data = _unpacker.Unpack(encoded, PngPasses.Length(shape, header));
        PngPasses.CheckFilters(shape, header, data);
        var picture = new StbImage.stbi__png
        {
            depth = shape.BitDepth,
            s = new StbImage.stbi__context(Stream.Null) { img_x = (uint)header.Width, img_y = (uint)header.Height, img_n = shape.Channels, img_out_n = shape.Channels },
        };
        try
        {
            Decode(picture, shape, data);
            if (shape.ColorType == PngShape.Palette)
            {
                ApplyPalette(picture, palette, header.Width * header.Height);
            }

            Take(picture, shape, pixels);
        }
        catch (OutOfMemoryException exception)
        {
            throw new ImageException($"内存不足: 无法解码 {header.Width}x{header.Height} 的 PNG", exception);
        }
        finally
        {
            Marshal.FreeHGlobal((nint)picture._out_);
        }
    }

    private static void Decode(StbImage.stbi__png picture, in PngShape shape, Span<byte> data)
    {
        fixed (byte* rows = data)
        {
            try
            {
                if (StbImage.stbi__create_png_image(picture, rows, (uint)data.Length, shape.Channels, shape.BitDepth, shape.ColorType, shape.Interlace) == 0)
                {
                    // The reason lies in a static field: another thread's failure may have overwritten the words, not the fact.
                    throw new ImageException($"PNG 数据损坏: {StbImage.stbi__g_failure_reason}");
                }
            }
            catch (OutOfMemoryException) when (shape.Interlace == 1)
            {
                picture._out_ = null; // may be the pass before, already freed: better lost than freed twice
                throw;
            }
        }
    }

    private void ApplyPalette(StbImage.stbi__png picture, ReadOnlySpan<byte> colors, int count)
    {
        var highest = (colors.Length / 3) - 1;
        var indices = new ReadOnlySpan<byte>(picture._out_, count);
        var unknown = highest < 0 ? 0 : indices.IndexOfAnyExceptInRange((byte)0, (byte)highest);
        if (unknown >= 0)
        {
            throw new ImageException($"PNG 数据损坏: 调色板没有颜色 {indices[unknown]}（共 {colors.Length / 3} 个）");
        }

        for (var i = 0; i <= highest; i++)
        {
            colors.Slice(i * 3, 3).CopyTo(_palette.AsSpan(i * 4));
        }

        fixed (byte* palette = _palette)
        {
            _ = StbImage.stbi__expand_png_palette(picture, palette, highest + 1, 3);
        }

        picture.s.img_out_n = 3;
    }

    private static void Take(StbImage.stbi__png picture, in PngShape shape, Span<byte> pixels)
    {
        var source = picture.s;
        picture._out_ = StbImage.stbi__convert_format(picture._out_, source.img_out_n, shape.IsGray ? 1 : 3, source.img_x, source.img_y);
        new ReadOnlySpan<byte>(picture._out_, pixels.Length).CopyTo(pixels);
    }
}

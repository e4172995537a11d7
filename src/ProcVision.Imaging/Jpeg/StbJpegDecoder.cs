using System.Runtime.InteropServices;
using StbImageSharp;

namespace ProcVision.Imaging;

/// <summary>JPEG through StbImageSharp, for machines without libturbojpeg: baseline and progressive, gray or three components.</summary>
/// <remarks>
/// <para>StbImageSharp is lenient: it fills with gray, or with what lay in memory, what a file does not bring. Therefore the structure is
/// checked before (<see cref="JpegScans"/>) and the reading of every scan is watched (<see cref="JpegScanStream"/>): a file cut short, a
/// missing table, scan, component or restart marker, and data left over are refused.</para>
/// <para>What cannot be seen here: a bit changed inside the entropy-coded data that still decodes to the right number of blocks gives
/// another picture (JPEG has no checksums), and a restart interval that lacks only its last few bytes, or lies in a progressive scan, can
/// give some gray blocks up to the next marker. libturbojpeg sees the latter too, because it takes its warnings for errors.</para>
/// <para>Memory: that of StbImageSharp, outside the managed heap, about twelve bytes per pixel of the header at most, and freed before the call returns.</para>
/// </remarks>
internal sealed unsafe class StbJpegDecoder : IImageDecoder
{
    private readonly JpegScans _scans = new();

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels)
    {
        try
        {
            _scans.Read(encoded, header);
            fixed (byte* file = encoded)
            {
                using var stream = new JpegScanStream(file, encoded.Length, _scans);
                Decode(stream, header, pixels);
            }
        }
        catch (OutOfMemoryException exception)
        {
            throw new ImageException($"内存不足: 无法解码 {header.Width}x{header.Height} 的 JPEG", exception);
        }
        catch (Exception exception) when (exception is not ImageException)
        {
            // The walk leaves the file, or StbImageSharp one of its tables: whatever it is, the file is the cause.
            throw new ImageException($"JPEG 数据损坏: {exception.Message}", exception);
        }
    }

    private static void Decode(JpegScanStream stream, in ImageHeader header, Span<byte> pixels)
    {
        var decoder = new StbImage.stbi__jpeg { s = new StbImage.stbi__context(stream) };
        stream.Decoder = decoder;
        StbImage.stbi__setup_jpeg(decoder);
        byte* picture = null;
        try
        {
            int width, height, components;
            picture = StbImage.load_jpeg_image(decoder, &width, &height, &components, header.Format == PixelFormat.Gray8 ? 1 : 3);
            if (picture == null)
            {
                // The reason lies in a static field: another thread's failure may have overwritten the words, not the fact.
                throw new ImageException($"JPEG 数据损坏: {StbImage.stbi__g_failure_reason}");
            }

            if (!stream.IsRead || (width, height) != (header.Width, header.Height))
            {
                throw new ImageException("JPEG 数据损坏: 未能解码到结尾");
            }

            new ReadOnlySpan<byte>(picture, pixels.Length).CopyTo(pixels);
        }
        finally
        {
            StbImage.stbi__cleanup_jpeg(decoder);
            Marshal.FreeHGlobal((nint)picture);
        }
    }
}

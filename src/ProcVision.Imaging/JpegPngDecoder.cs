namespace ProcVision.Imaging;

/// <summary>
/// Decodes JPEG and PNG into a buffer that is already there. JPEG through libturbojpeg where that is found, beside the executable or on
/// the system, else through StbImageSharp (DESIGN §2); PNG through the framework's zlib and StbImageSharp.
/// </summary>
/// <remarks>
/// Strict (C30): a file that is cut short, incomplete or contradicts its checksums is refused, never half gray. A JPEG has no checksums:
/// damage inside its data that still decodes is another picture, and libturbojpeg sees more of it than StbImageSharp.
/// Gray files give Gray8, all others Rgb24; transparency is dropped, palettes are applied, orientation marks (EXIF) and colour profiles
/// are ignored, as on the platform. Memory follows from the file, whatever its header says: at most 24 KiB of pixels per byte, and no more than
/// 192 MB for the largest picture; while it decodes StbImageSharp takes up to twelve bytes per pixel more, libturbojpeg six for a progressive
/// file. Not thread-safe: one decoder per algorithm instance.
/// </remarks>
public sealed class JpegPngDecoder : IImageDecoder
{
    private readonly bool _useNativeJpeg;
    private readonly StbPngDecoder _png = new();

    /// <summary>With libturbojpeg if it is found.</summary>
    public JpegPngDecoder()
        : this(useNativeJpeg: true)
    {
    }

    internal JpegPngDecoder(bool useNativeJpeg) => _useNativeJpeg = useNativeJpeg;

    /// <summary>
    /// Chosen at the first JPEG: the decoder is made before the host has claimed stdout, and loading a native library then would both cost time
    /// before hello and run foreign code while a frame could still be touched.
    /// </summary>
    private IImageDecoder Jpeg => field ??= _useNativeJpeg && TurboJpeg.IsAvailable ? new TurboJpegDecoder() : new StbJpegDecoder();

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels)
    {
        var needed = (long)header.Height * header.Stride;
        if (pixels.Length != needed)
        {
            throw new ArgumentException($"A picture of {header.Width}x{header.Height} in {header.Format} needs {needed} bytes, the buffer has {pixels.Length}.", nameof(pixels));
        }

        (header.Encoding == ImageEncoding.Jpeg ? Jpeg : _png).Decode(encoded, header, pixels);
    }
}

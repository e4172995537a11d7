namespace ProcVision;

/// <summary>What an image file says about itself: known without decoding its pixels.</summary>
/// <param name="Encoding">JPEG or PNG.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Format">What it is decoded to: <see cref="PixelFormat.Gray8"/> for a gray file, else <see cref="PixelFormat.Rgb24"/>
/// (conformance 243); transparency is dropped.</param>
public readonly record struct ImageHeader(ImageEncoding Encoding, int Width, int Height, PixelFormat Format)
{
    /// <summary>No picture is wider or higher than this many pixels (conformance 193): a forged size reserves no memory.</summary>
    public const int MaxSide = 8000;

    /// <summary>Bytes from one row of decoded pixels to the next.</summary>
    public int Stride => Width * (Format == PixelFormat.Gray8 ? 1 : 3);

    /// <summary>
    /// Reads a whole file's header and walks its structure to the end, so that a file cut short, even between the scans of a progressive
    /// JPEG, a form that cannot be decoded rightly (CMYK, 12 or 16 bits, lossless: conformance 544), an absurd size or one that so few
    /// bytes cannot fill is known before any memory is taken.
    /// </summary>
    /// <param name="file">The whole file.</param>
    /// <param name="header">Size and form.</param>
    /// <param name="reason">Why it is refused, for the message of a result; empty when it is not.</param>
    /// <returns>Whether the file can be given to a decoder. Damage inside the compressed pixels is found only there.</returns>
    public static bool TryRead(ReadOnlySpan<byte> file, out ImageHeader header, out string reason)
    {
        header = default;
        string? problem;
        if (file.IsEmpty)
        {
            problem = "图像数据为空: 0 字节";
        }
        else if (JpegHeader.IsJpeg(file))
        {
            problem = JpegHeader.Read(file, out header);
        }
        else if (PngHeader.IsPng(file))
        {
            problem = PngHeader.Read(file, out header);
        }
        else
        {
            problem = $"不是 JPEG 或 PNG: 文件开头为 {Convert.ToHexString(file[..Math.Min(8, file.Length)])}";
        }

        reason = problem ?? SizeProblem(header.Width, header.Height, min: 1) ?? "";
        return reason.Length == 0;
    }

    /// <summary>The platform's rule for sizes (conformance 193), as the text of a result, or null.</summary>
    internal static string? SizeProblem(int width, int height, int min) =>
        width < min || height < min || width > MaxSide || height > MaxSide
            ? $"图像尺寸不合理: {width}x{height}，应为 {min} 到 {MaxSide}"
            : null;
}

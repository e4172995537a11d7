namespace ProcVision.Imaging;

/// <summary>JPEG through libturbojpeg, straight into the given buffer.</summary>
/// <remarks>
/// A decompressor of its own for every file: one that is kept also keeps the tables of the files before, and a file that lacks its own
/// would become another picture with them. It costs some microseconds.
/// </remarks>
internal sealed unsafe class TurboJpegDecoder : IImageDecoder
{
    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels)
    {
        var decompressor = TurboJpeg.Create();
        if (decompressor == 0)
        {
            throw new ImageException("libturbojpeg 初始化失败（内存不足）");
        }

        try
        {
            var format = header.Format == PixelFormat.Gray8 ? TurboJpeg.PixelFormatGray : TurboJpeg.PixelFormatRgb;
            fixed (byte* file = encoded, to = pixels)
            {
                if (TurboJpeg.Decompress(decompressor, file, (nuint)encoded.Length, to, header.Width, header.Stride, header.Height, format, TurboJpeg.StopOnWarning) != 0)
                {
                    throw new ImageException($"JPEG 数据损坏: {TurboJpeg.LastError(decompressor)}");
                }
            }
        }
        finally
        {
            TurboJpeg.Destroy(decompressor);
        }
    }
}

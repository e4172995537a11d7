namespace ProcVision.Imaging;

/// <summary>JPEG through libturbojpeg, straight into the given buffer.</summary>
internal sealed unsafe class TurboJpegDecoder : IImageDecoder
{
    private nint _decompressor;

    ~TurboJpegDecoder()
    {
        if (_decompressor != 0)
        {
            TurboJpeg.Destroy(_decompressor);
        }
    }

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels)
    {
        if (_decompressor == 0 && (_decompressor = TurboJpeg.Create()) == 0)
        {
            throw new ImageException("libturbojpeg 初始化失败（内存不足）");
        }

        var format = header.Format == PixelFormat.Gray8 ? TurboJpeg.PixelFormatGray : TurboJpeg.PixelFormatRgb;
        int result;
        fixed (byte* file = encoded, to = pixels)
        {
            result = TurboJpeg.Decompress(
                _decompressor, file, (nuint)encoded.Length, to, header.Width, header.Stride, header.Height, format, TurboJpeg.StopOnWarning);
        }

        var error = result == 0 ? null : TurboJpeg.LastError(_decompressor);

        // The finalizer must not destroy the decompressor while it works.
        GC.KeepAlive(this);
        if (error is not null)
        {
            throw new ImageException($"JPEG 数据损坏: {error}");
        }
    }
}

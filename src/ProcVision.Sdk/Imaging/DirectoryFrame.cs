namespace ProcVision;

/// <summary>
/// A picture out of the platform's directory, pooled with its buffers. The file was read when it was checked, whole and closed again, so
/// that what happens to it during the call does not matter; it is turned into pixels at their first use.
/// </summary>
/// <remarks>
/// Files are read, not mapped: a host that overwrites its file in place would change a mapped picture under the step, and end the process
/// by truncating it (SIGBUS). A fresh mapping is no faster: for 1920×1200×3 open, read and one pass over the pixels took 0.70 ms, map, the
/// same pass and unmap 0.83 ms.
/// </remarks>
internal sealed class DirectoryFrame(ImageDirectory owner) : ImageFrame
{
    private readonly PixelStore _file = new();
    private readonly PixelStore _pixels = new();
    private NpyHeader _array;
    private ImageHeader _header;
    private ImageMeta _meta;
    private int _encodedLength;
    private bool _isArray;
    private bool _isLent;
    private bool _isReady;
    private string? _failure;

    public override int Width => _isArray ? _array.Width : _header.Width;

    public override int Height => _isArray ? _array.Height : _header.Height;

    public override int Stride => Width * Format.BytesPerPixel();

    public override PixelFormat Format => !_isArray
        ? _header.Format
        : _array.Channels == 1 ? PixelFormat.Gray8 : _meta.IsBgr ? PixelFormat.Bgr24 : PixelFormat.Rgb24;

    public override long TimestampMs => _meta.TimestampMs;

    public override string CameraId => _meta.CameraId;

    internal override ReadOnlySpan<byte> Pixels => _isReady ? _pixels.Take(Height * Stride) : MakeReady();

    /// <summary>Where an encoded file is read to before its header is looked at.</summary>
    internal Span<byte> EncodedBuffer(int length) => _file.Take(length);

    /// <summary>Where an array's samples are read to: at once to where the pixels are when they lie as pixels do.</summary>
    internal Span<byte> SampleBuffer(in NpyHeader array) => (array.LiesAsPixels ? _pixels : _file).Take((int)array.BodyLength);

    /// <summary>Becomes the array whose samples lie in <see cref="SampleBuffer"/>.</summary>
    internal void Hold(in NpyHeader array, in ImageMeta meta) =>
        (_array, _meta, _isArray, _isReady, _failure) = (array, meta, true, array.LiesAsPixels, null);

    /// <summary>Becomes the file that lies in <see cref="EncodedBuffer"/>.</summary>
    internal void Hold(int encodedLength, in ImageHeader header, in ImageMeta meta) =>
        (_encodedLength, _header, _meta, _isArray, _isReady, _failure) = (encodedLength, header, meta, false, false, null);

    /// <summary>Begins the loan to a call.</summary>
    internal DirectoryFrame Lend()
    {
        _isLent = true;
        Subject = null;
        return this;
    }

    private protected override void Reclaim()
    {
        // A second release must not put the frame into the pool twice: two calls would share it.
        if (_isLent)
        {
            _isLent = false;
            owner.Return(this);
        }
    }

    private Span<byte> MakeReady()
    {
        if (_failure is not null)
        {
            // Asked again after the author caught the first exception: the answer stays the same, at no cost.
            throw new ImageException(_failure);
        }

        var pixels = _pixels.Take(Height * Stride);
        if (_isArray)
        {
            NpyPixels.Convert(_array, _file.Take((int)_array.BodyLength), pixels);
        }
        else
        {
            Decode(pixels);
        }

        _isReady = true;
        return pixels;
    }

    private void Decode(Span<byte> pixels)
    {
        try
        {
            owner.Decoder!.Decode(_file.Take(_encodedLength), _header, pixels);
        }
        catch (ImageException exception)
        {
            _failure = Subject is null ? exception.Message : $"{Subject}: {exception.Message}";
            throw new ImageException(_failure, exception);
        }
    }
}

namespace ProcVision;

/// <summary>
/// A picture out of the platform's directory, pooled with its buffers. Arrays are read at the first use of the pixels, straight into
/// the buffer, from the file that was checked and is still open; JPEG and PNG were read when they were checked and are decoded then.
/// </summary>
/// <remarks>
/// Arrays are read, not mapped: a host that overwrites its file in place would end a process that has it mapped (SIGBUS), and a fresh
/// mapping is no faster: for 1920×1200×3 open, read and one pass over the pixels took 0.70 ms, map, the same pass and unmap 0.83 ms.
/// </remarks>
internal sealed class DirectoryFrame(ImageDirectory owner) : ImageFrame
{
    private readonly PixelStore _source = new();
    private readonly PixelStore _pixels = new();
    private PictureFiles? _files;
    private PictureFile _file;
    private NpyHeader _array;
    private ImageHeader _header;
    private ImageMeta _meta;
    private int _encodedLength;
    private bool _isArray;
    private bool _isOpen;
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
    internal Span<byte> EncodedBuffer(int length) => _source.Take(length);

    /// <summary>Takes over an open array file.</summary>
    internal DirectoryFrame Start(PictureFiles files, in PictureFile file, in NpyHeader array, in ImageMeta meta)
    {
        (_files, _file, _array, _meta) = (files, file, array, meta);
        (_isArray, _isOpen, _isLent, _isReady, _failure) = (true, true, true, false, null);
        return this;
    }

    /// <summary>Begins with the file that lies in <see cref="EncodedBuffer"/>.</summary>
    internal DirectoryFrame Start(int encodedLength, in ImageHeader header, in ImageMeta meta)
    {
        (_encodedLength, _header, _meta) = (encodedLength, header, meta);
        (_isArray, _isOpen, _isLent, _isReady, _failure) = (false, false, true, false, null);
        return this;
    }

    private protected override void Reclaim()
    {
        if (_isOpen)
        {
            _isOpen = false;
            _files!.Close(_file);
        }

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
        try
        {
            if (_isArray)
            {
                ReadArray(pixels);
            }
            else
            {
                owner.Decoder!.Decode(_source.Take(_encodedLength), _header, pixels);
            }
        }
        catch (ImageException exception)
        {
            _failure = exception.Message;
            throw;
        }

        _isReady = true;
        return pixels;
    }

    private void ReadArray(Span<byte> pixels)
    {
        var isAsItLies = _array.Channels is 1 or 3 && !_array.IsColumnMajor;
        var samples = isAsItLies ? pixels : _source.Take((int)_array.BodyLength);
        int got;
        try
        {
            got = _files!.Read(_file, samples, _array.BodyOffset);
        }
        catch (IOException exception)
        {
            throw new ImageException($"读取 npy 文件失败: {exception.Message}", exception);
        }

        if (got != samples.Length)
        {
            throw new ImageException($"npy 文件在读取时被截断: 需要 {samples.Length} 字节数据，只有 {got} 字节");
        }

        if (!isAsItLies)
        {
            NpyPixels.Convert(_array, samples, pixels);
        }
    }
}

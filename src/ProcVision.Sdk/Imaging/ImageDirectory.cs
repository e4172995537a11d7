using System.Runtime.CompilerServices;
using System.Text;

namespace ProcVision;

/// <summary>
/// Pictures out of the platform's directory: <c>.npy</c> arrays and <c>.bin</c> files that hold JPEG or PNG (conformance 235–239). When an
/// id has both, the one written later counts, at the same time the array (545). Nothing is ever substituted (C30), and a picture is of one
/// state of its file: see <see cref="PictureFiles"/>.
/// </summary>
internal sealed class ImageDirectory : IImageSource
{
    // Uncompressed PNG of the largest picture with four samples per pixel; anything larger is no picture.
    private const int MaxFileLength = (ImageHeader.MaxSide * ImageHeader.MaxSide * 4) + (1 << 20);
    private const int MinSide = 100;

    // How long a host that writes a picture when its call is already here is waited for. Writing the largest takes some 100 ms.
    private const int PatienceMs = 500;

    private readonly PictureFiles _files;
    private readonly Stack<DirectoryFrame> _idle = new();

    /// <param name="directory">Where the host writes.</param>
    /// <param name="decoder">Null refuses JPEG and PNG.</param>
    internal ImageDirectory(SharedMemoryDirectory directory, IImageDecoder? decoder)
        : this(PictureFiles.Of(directory.Path), decoder)
    {
    }

    internal ImageDirectory(PictureFiles files, IImageDecoder? decoder)
    {
        _files = files;
        Decoder = decoder;
    }

    internal IImageDecoder? Decoder { get; }

    /// <inheritdoc/>
    public ImageFrame? Open(scoped ReadOnlySpan<byte> id, in ImageMeta meta, out string reason)
    {
        var frame = Take();
        string? problem;
        try
        {
            problem = Read(id, meta, frame);
        }
        catch (Exception exception) when (exception is IOException or ImageException)
        {
            problem = $"读取图像失败: {exception.Message}（{PathsOf(id)}）";
        }

        reason = problem ?? "";
        if (problem is null)
        {
            return frame.Lend();
        }

        Return(frame);
        return null;
    }

    internal void Return(DirectoryFrame frame)
    {
        lock (_idle)
        {
            _idle.Push(frame);
        }
    }

    private DirectoryFrame Take()
    {
        lock (_idle)
        {
            return _idle.TryPop(out var frame) ? frame : new(this);
        }
    }

    /// <summary>Reads one state of the file, and waits a little for a host that is about to write it.</summary>
    private string? Read(scoped ReadOnlySpan<byte> id, in ImageMeta meta, DirectoryFrame frame)
    {
        var start = Environment.TickCount64;
        string? problem;
        while (!TryRead(id, meta, frame, out problem))
        {
            if (Environment.TickCount64 - start > PatienceMs)
            {
                return $"图像文件一直处于写入状态: 等待了 {PatienceMs} 毫秒，不读取写了一半的图像。写完并关闭文件后再发送 call（{PathsOf(id)}）";
            }

            Thread.Sleep(1);
        }

        return problem;
    }

    /// <summary>False when the file was being written: then neither the frame nor the problem means anything.</summary>
    [SkipLocalsInit]
    private bool TryRead(scoped ReadOnlySpan<byte> id, in ImageMeta meta, DirectoryFrame frame, out string? problem)
    {
        Span<byte> array = stackalloc byte[PictureName.MaxLength + 4];
        Span<byte> encoded = stackalloc byte[PictureName.MaxLength + 4];
        problem = PictureName.Write(id, array, out var length);
        if (problem is not null)
        {
            return true;
        }

        array[..length].CopyTo(encoded);
        ".npy"u8.CopyTo(array[length..]);
        ".bin"u8.CopyTo(encoded[length..]);
        array = array[..(length + 4)];
        encoded = encoded[..(length + 4)];

        var hasArray = _files.TryOpen(array, out var arrayFile, out var arrayProblem);
        var hasEncoded = _files.TryOpen(encoded, out var encodedFile, out var encodedProblem);
        if (hasArray && hasEncoded)
        {
            // A host that changed from arrays to JPEG leaves the old array behind (545).
            hasArray = arrayFile.Stamp.Written >= encodedFile.Stamp.Written;
            _files.Close(hasArray ? encodedFile : arrayFile);
        }

        var file = hasArray ? arrayFile : encodedFile;
        if ((arrayProblem ?? encodedProblem) is { } denied)
        {
            // The other one may be there and be the older: which of them the host meant cannot be told.
            if (hasArray || hasEncoded)
            {
                _files.Close(file);
            }

            problem = $"无法打开图像: {denied}（{PathsOf(id)}）";
            return true;
        }

        if (!hasArray && !hasEncoded)
        {
            problem = $"图像数据为空: 找不到共享内存图像（{PathsOf(id)}）";
            return true;
        }

        try
        {
            if (file.Writers == FileWriters.Present)
            {
                return false;
            }

            problem = hasArray ? ReadArray(file, meta, frame) : ReadEncoded(file, meta, frame);
            problem = problem is null ? null : $"{problem}（{PathOf(hasArray ? array : encoded)}）";
            return _files.IsOfOneState(file);
        }
        finally
        {
            _files.Close(file);
        }
    }

    [SkipLocalsInit]
    private string? ReadArray(in PictureFile file, in ImageMeta meta, DirectoryFrame frame)
    {
        Span<byte> head = stackalloc byte[NpyHeader.MaxLength];
        head = head[.._files.Read(file, head, 0)];
        if (head.IsEmpty)
        {
            return "图像数据为空: 0 字节";
        }

        if ((NpyHeader.Read(head, file.Length, out var header) ?? SizeProblem(header.Width, header.Height, meta)) is { } problem)
        {
            return problem;
        }

        var samples = frame.SampleBuffer(header);
        var got = _files.Read(file, samples, header.BodyOffset);
        if (got != samples.Length)
        {
            return $"npy 文件在读取时被截断: 需要 {samples.Length} 字节数据，只有 {got} 字节";
        }

        frame.Hold(header, meta);
        return null;
    }

    private string? ReadEncoded(in PictureFile file, in ImageMeta meta, DirectoryFrame frame)
    {
        if (Decoder is null)
        {
            return "此算法没有图像解码器，只接受 npy 数组（ProcVisionImageDecoder=none）";
        }

        // The signature first: a file that is no picture is not read whole.
        Span<byte> start = stackalloc byte[8];
        start = start[.._files.Read(file, start, 0)];
        if (!JpegHeader.IsJpeg(start) && !PngHeader.IsPng(start))
        {
            _ = ImageHeader.TryRead(start, out _, out var unknown);
            return unknown;
        }

        if (file.Length > MaxFileLength)
        {
            return $"图像文件过大: {file.Length} 字节，上限 {MaxFileLength}";
        }

        var bytes = frame.EncodedBuffer((int)file.Length);
        bytes = bytes[.._files.Read(file, bytes, 0)];
        if (!ImageHeader.TryRead(bytes, out var header, out var reason))
        {
            return reason;
        }

        if (SizeProblem(header.Width, header.Height, meta) is { } wrongSize)
        {
            return wrongSize;
        }

        frame.Hold(bytes.Length, header, meta);
        return null;
    }

    /// <summary>The real size against the platform's rule (conformance 193) and against meta, where 0×0 is unknown (522, C30).</summary>
    private static string? SizeProblem(int width, int height, in ImageMeta meta) =>
        ImageHeader.SizeProblem(width, height, MinSide)
        ?? ((meta.Width, meta.Height) == (0, 0) || (meta.Width, meta.Height) == (width, height)
            ? null
            : $"图像尺寸与 image_meta 不符: 图像为 {width}x{height}，image_meta 为 {meta.Width}x{meta.Height}");

    private string PathOf(scoped ReadOnlySpan<byte> name) => Path.Combine(_files.Directory, Encoding.ASCII.GetString(name));

    private string PathsOf(scoped ReadOnlySpan<byte> id)
    {
        Span<byte> name = stackalloc byte[PictureName.MaxLength];
        _ = PictureName.Write(id, name, out var length);
        var path = PathOf(name[..length]);
        return $"shared_mem_id '{Encoding.UTF8.GetString(id)}'，查找了 {path}.npy 和 {path}.bin";
    }
}

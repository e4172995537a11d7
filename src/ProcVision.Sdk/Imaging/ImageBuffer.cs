namespace ProcVision;

/// <summary>A picture that owns its pixels: for unit tests (<c>AlgorithmTest</c>) and tools.</summary>
public sealed class ImageBuffer
{
    /// <summary>Wraps pixels; they are not copied.</summary>
    /// <param name="width">Pixels, from 1.</param>
    /// <param name="height">Pixels, from 1.</param>
    /// <param name="format">How a pixel lies in memory.</param>
    /// <param name="pixels">The rows from top to bottom, <paramref name="height"/> × <paramref name="stride"/> bytes.</param>
    /// <param name="stride">Bytes from one row to the next; 0 for rows without a gap.</param>
    /// <exception cref="ArgumentException">The numbers do not fit together; the message says how many bytes are needed.</exception>
    public ImageBuffer(int width, int height, PixelFormat format, byte[] pixels, int stride = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentNullException.ThrowIfNull(pixels);
        if (format == PixelFormat.None)
        {
            throw new ArgumentException("A picture has a format: Gray8, Rgb24 or Bgr24.", nameof(format));
        }

        var row = (long)width * format.BytesPerPixel();
        if (stride != 0 && stride < row)
        {
            throw new ArgumentException($"A row of {width} pixels in {format} has {row} bytes, the stride only {stride}.", nameof(stride));
        }

        var needed = (stride == 0 ? row : stride) * height;
        if (pixels.Length != needed)
        {
            throw new ArgumentException($"A picture of {width}x{height} in {format} has {needed} bytes, not {pixels.Length}.", nameof(pixels));
        }

        Width = width;
        Height = height;
        Format = format;
        Stride = (int)(needed / height);
        Pixels = pixels;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Bytes from one row to the next.</summary>
    public int Stride { get; }

    /// <summary>How a pixel lies in memory.</summary>
    public PixelFormat Format { get; }

    /// <summary>The rows from top to bottom, <see cref="Height"/> × <see cref="Stride"/> bytes: the array itself, not a copy.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "The buffer is the point of this type; a copy of it would cost what it saves.")]
    public byte[] Pixels { get; }

    /// <summary>What <c>step.Image.TimestampMs</c> gives: Unix milliseconds (conformance 231).</summary>
    public long TimestampMs { get; init; }

    /// <summary>What <c>step.Image.CameraId</c> gives (conformance 228).</summary>
    public string CameraId { get; init; } = "test";

    /// <summary>The same picture in gray, without gaps between its rows, as <see cref="StepImage.CopyGrayTo"/> makes it.</summary>
    public ImageBuffer ToGray()
    {
        var gray = new byte[Width * Height];
        var frame = Lend();
        new StepImage(frame).CopyGrayTo(gray);
        frame.Release();
        return new(Width, Height, PixelFormat.Gray8, gray) { TimestampMs = TimestampMs, CameraId = CameraId };
    }

    /// <summary>The picture as one call borrows it; to be released at its end.</summary>
    internal ImageFrame Lend() => new BufferFrame(this);
}

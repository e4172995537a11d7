namespace ProcVision;

/// <summary>
/// One picture of one call: where its pixels are and how they lie. Borrowed for the call (conformance 85, 256). The size and format are
/// those of the real picture and known before its pixels are decoded.
/// </summary>
public abstract class ImageFrame
{
    private LoanedPixels? _loan;

    private protected ImageFrame()
    {
    }

    /// <summary>Width in pixels.</summary>
    public abstract int Width { get; }

    /// <summary>Height in pixels.</summary>
    public abstract int Height { get; }

    /// <summary>Bytes from one row to the next.</summary>
    public abstract int Stride { get; }

    /// <summary>How a pixel lies in memory.</summary>
    public abstract PixelFormat Format { get; }

    /// <summary>When the camera took it, Unix milliseconds (conformance 231).</summary>
    public abstract long TimestampMs { get; }

    /// <summary>The camera, as the platform names it (conformance 228).</summary>
    public abstract string CameraId { get; }

    /// <summary>What messages call it where a call has a second picture; null for the camera's.</summary>
    internal string? Subject { get; set; }

    /// <summary>
    /// All pixels, <see cref="Height"/> × <see cref="Stride"/> bytes; decoded on first use, on the calling thread. They do not move
    /// until <see cref="Release"/>.
    /// </summary>
    /// <exception cref="ImageException">The body is broken.</exception>
    internal abstract ReadOnlySpan<byte> Pixels { get; }

    /// <summary>The pixels as memory that may enter lambdas and other threads: decoded now, refused after <see cref="Release"/>.</summary>
    /// <exception cref="ImageException">The body is broken.</exception>
    internal ReadOnlyMemory<byte> Memory => (_loan ??= new LoanedPixels(this)).Pixels;

    /// <summary>Ends the loan at the end of the call: what <see cref="Memory"/> gave throws from now on.</summary>
    internal void Release()
    {
        _loan?.End();
        _loan = null;
        Reclaim();
    }

    /// <summary>Takes back files and buffers; called once per loan.</summary>
    private protected abstract void Reclaim();
}

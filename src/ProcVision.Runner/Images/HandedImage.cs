namespace ProcVision.Runner;

/// <summary>A picture that is handed over: where the algorithm finds it, and what it is told about it (conformance 228, 455). Disposing takes it back.</summary>
public sealed class HandedImage : IDisposable
{
    private readonly SharedMemoryDirectory _files;

    internal HandedImage(SharedMemoryDirectory files, string id, in ImageHeader header, string problem, long timestampMs, string cameraId)
    {
        _files = files;
        Id = id;
        Width = header.Width;
        Height = header.Height;
        Problem = problem;
        TimestampMs = timestampMs;
        CameraId = cameraId;
    }

    /// <summary>The <c>shared_mem_id</c>; at least 8 characters (conformance 505).</summary>
    public string Id { get; }

    /// <summary>Pixels.</summary>
    public int Width { get; }

    /// <summary>Pixels.</summary>
    public int Height { get; }

    /// <summary>Why an algorithm could not use it, or would see another size than it is told; empty when it can. <see cref="Detection"/> calls nothing then (1002).</summary>
    public string Problem { get; }

    /// <summary>When it was handed over, Unix milliseconds.</summary>
    public long TimestampMs { get; }

    /// <summary>The camera.</summary>
    public string CameraId { get; }

    /// <summary>Removes the file; no call may need it any more.</summary>
    public void Dispose() => _files.Delete(Id);
}

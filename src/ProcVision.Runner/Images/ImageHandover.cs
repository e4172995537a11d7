namespace ProcVision.Runner;

/// <summary>
/// Hands pictures to algorithms through the platform's directory of files (conformance 235–237). The directory is this Runner's own and is
/// removed at the end, with everything an algorithm may have put there.
/// </summary>
public sealed class ImageHandover : IDisposable
{
    private readonly PrivateDirectory _directory;

    private readonly SharedMemoryDirectory _files;

    private ImageHandover(PrivateDirectory directory)
    {
        _directory = directory;
        _files = new(directory.Path);
    }

    /// <summary>The directory, <c>PROC_SHM_DIR</c> of the algorithms.</summary>
    public string Directory => _directory.Path;

    /// <summary>Makes the directory.</summary>
    /// <exception cref="IOException">There is no place for it.</exception>
    public static ImageHandover Open() => new(PrivateDirectory.Create());

    /// <summary>Hands an encoded picture (JPEG or PNG) over.</summary>
    /// <param name="encoded">The file as it is.</param>
    /// <param name="header">Its real size (conformance 230); where the file says otherwise <see cref="HandedImage.Problem"/> tells.</param>
    /// <param name="sessionId">The detection; the id becomes <c>dev-shm:</c> and this (conformance 455).</param>
    /// <param name="cameraId">The camera; <c>cam-dev</c> from the command line (conformance 454).</param>
    /// <exception cref="IOException">It cannot be written, for example because the memory is full.</exception>
    public HandedImage Place(ReadOnlySpan<byte> encoded, in ImageHeader header, string sessionId, string cameraId = "cam-dev")
    {
        ArgumentException.ThrowIfNullOrEmpty(sessionId);
        string id = "dev-shm:" + sessionId;
        _files.WriteEncoded(id, encoded);
        return new(_files, id, header, ProblemOf(encoded, header), DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), cameraId);
    }

    private static string ProblemOf(ReadOnlySpan<byte> encoded, in ImageHeader told)
    {
        if (!ImageHeader.TryRead(encoded, out var real, out string reason))
            return reason;
        return (real.Width, real.Height) == (told.Width, told.Height) ? "" : $"图像实际为 {real.Width}x{real.Height}，image_meta 为 {told.Width}x{told.Height}";
    }

    /// <summary>Removes the directory and what is in it.</summary>
    public void Dispose() => _directory.Dispose();
}

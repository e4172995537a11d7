namespace ProcVision;

/// <summary>Reads the files of one directory. Hides the difference between Linux, where a call costs no allocation, and the rest.</summary>
internal abstract class PictureFiles(string directory)
{
    /// <summary>The directory, for messages.</summary>
    internal string Directory { get; } = directory;

    internal static PictureFiles Of(string directory) =>
        OperatingSystem.IsLinux() ? new LinuxPictureFiles(directory) : new PortablePictureFiles(directory);

    /// <summary>Opens a file for reading; its writer may delete or replace it meanwhile.</summary>
    /// <param name="name">ASCII, without a separator.</param>
    /// <param name="file">To be closed.</param>
    /// <param name="problem">Why not; null when there simply is no such file.</param>
    internal abstract bool TryOpen(ReadOnlySpan<byte> name, out PictureFile file, out string? problem);

    /// <summary>Reads until the buffer is full or the file ends.</summary>
    /// <exception cref="IOException">Reading failed; the message says why.</exception>
    internal abstract int Read(in PictureFile file, Span<byte> buffer, long offset);

    internal abstract void Close(in PictureFile file);

    /// <summary>When a file was last written; for the rare case that an id has two.</summary>
    internal DateTime LastWritten(ReadOnlySpan<byte> name) => File.GetLastWriteTimeUtc(PathOf(name));

    protected string PathOf(ReadOnlySpan<byte> name) => Path.Combine(Directory, System.Text.Encoding.ASCII.GetString(name));
}

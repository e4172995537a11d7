namespace ProcVision;

/// <summary>Reads the files of one directory. Hides the difference between Linux, where a call costs no allocation, and the rest.</summary>
/// <remarks>
/// <para>A file may be rewritten while it is read. What is read between <see cref="TryOpen"/> and <see cref="IsOfOneState"/> is of one state of
/// the file, never half an old picture and half a new one:</para>
/// <para>On Linux under a read lease. It is granted only when nobody has the file open or mapped for writing, and until the file is closed it
/// holds up everybody who opens it for writing or truncates it: for the time of the reading, one or two milliseconds. On Windows by opening it
/// for reading only: in that time opening it for writing fails.</para>
/// <para>Where nobody can be kept out (another user's file, a file system without leases) by comparing the file's stamp before and after,
/// once its last write is older than the clock of the file system can tell apart: up to 20 ms are waited for that. It shows every
/// truncation, deletion, renaming and every write that begins meanwhile; not one single write, into the old content without truncating it,
/// that began more than a tick before and still runs at the end.</para>
/// </remarks>
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

    /// <summary>Whether all that has been read of the file since it was opened is of one state of it.</summary>
    /// <exception cref="IOException">The file's state cannot be asked for.</exception>
    internal bool IsOfOneState(in PictureFile file) => file.Writers switch
    {
        // Whoever is barred is so for a time: a lease that is not given back within 45 s, because this process was stopped, is taken away.
        FileWriters.Barred or FileWriters.Unseen => Look(file) == file.Stamp,
        _ => false,
    };

    /// <summary>The file's present state.</summary>
    /// <exception cref="IOException">It cannot be asked for.</exception>
    private protected abstract FileStamp Look(in PictureFile file);
}

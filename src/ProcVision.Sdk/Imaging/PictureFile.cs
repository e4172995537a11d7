using Microsoft.Win32.SafeHandles;

namespace ProcVision;

/// <summary>An open file of <see cref="PictureFiles"/>.</summary>
/// <param name="Descriptor">On Linux.</param>
/// <param name="Handle">Elsewhere; null when it could not be opened beside its writer.</param>
/// <param name="Stamp">The file's state at the time of opening.</param>
/// <param name="Writers">Who may write to it while it is open here.</param>
internal readonly record struct PictureFile(int Descriptor, SafeFileHandle? Handle, FileStamp Stamp, FileWriters Writers)
{
    /// <summary>Bytes at the time of opening.</summary>
    internal long Length => Stamp.Length;
}

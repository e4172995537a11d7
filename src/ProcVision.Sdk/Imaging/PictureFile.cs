using Microsoft.Win32.SafeHandles;

namespace ProcVision;

/// <summary>An open file of <see cref="PictureFiles"/>.</summary>
/// <param name="Descriptor">On Linux.</param>
/// <param name="Handle">Elsewhere.</param>
/// <param name="Length">Bytes at the time of opening.</param>
internal readonly record struct PictureFile(int Descriptor, SafeFileHandle? Handle, long Length);

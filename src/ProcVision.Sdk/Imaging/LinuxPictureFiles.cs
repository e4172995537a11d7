using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace ProcVision;

/// <summary>
/// Through the C library: no path string and no handle object per call, and opening a named pipe that someone put there does not
/// block, as it would in the framework's file API.
/// </summary>
[SupportedOSPlatform("linux")]
internal sealed partial class LinuxPictureFiles(string directory) : PictureFiles(directory)
{
    private const int ReadOnlyNonBlockingCloseOnExec = 0x800 | 0x80000; // O_NONBLOCK | O_CLOEXEC, the same on x64 and arm64
    private const int SeekEnd = 2;
    private const int NoSuchFile = 2;
    private const int Interrupted = 4;
    private const int NotADirectory = 20;
    private const int IllegalSeek = 29;

    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(directory.EndsWith('/') ? directory : directory + "/");

    internal override unsafe bool TryOpen(ReadOnlySpan<byte> name, out PictureFile file, out string? problem)
    {
        file = default;
        var length = _prefix.Length + name.Length;
        Span<byte> path = length < 1024 ? stackalloc byte[1024] : new byte[length + 1];
        _prefix.CopyTo(path);
        name.CopyTo(path[_prefix.Length..]);
        path[length] = 0;
        int descriptor;
        fixed (byte* text = path)
        {
            do
            {
                descriptor = Open(text, ReadOnlyNonBlockingCloseOnExec);
            }
            while (descriptor < 0 && Marshal.GetLastPInvokeError() == Interrupted);
        }

        if (descriptor < 0)
        {
            problem = Marshal.GetLastPInvokeError() is NoSuchFile or NotADirectory ? null : LastProblem();
            return false;
        }

        var end = Seek(descriptor, 0, SeekEnd);
        if (end < 0)
        {
            problem = Marshal.GetLastPInvokeError() == IllegalSeek ? "不是普通文件" : LastProblem();
            _ = CloseDescriptor(descriptor);
            return false;
        }

        file = new(descriptor, null, end);
        problem = null;
        return true;
    }

    internal override unsafe int Read(in PictureFile file, Span<byte> buffer, long offset)
    {
        var total = 0;
        fixed (byte* start = buffer)
        {
            while (total < buffer.Length)
            {
                var got = ReadAt(file.Descriptor, start + total, buffer.Length - total, (nint)(offset + total));
                if (got > 0)
                {
                    total += (int)got;
                }
                else if (got == 0)
                {
                    break;
                }
                else if (Marshal.GetLastPInvokeError() != Interrupted)
                {
                    throw new IOException(LastProblem());
                }
            }
        }

        return total;
    }

    internal override void Close(in PictureFile file) => _ = CloseDescriptor(file.Descriptor);

    private static string LastProblem() => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    private static unsafe partial int Open(byte* path, int flags);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    private static partial nint Seek(int descriptor, nint offset, int from);

    [LibraryImport("libc", EntryPoint = "pread", SetLastError = true)]
    private static unsafe partial nint ReadAt(int descriptor, byte* buffer, nint count, nint offset);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int CloseDescriptor(int descriptor);
}

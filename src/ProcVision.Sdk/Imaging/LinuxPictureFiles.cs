using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace ProcVision;

/// <summary>
/// Through the C library: no path string and no handle object per call, opening a named pipe that someone put there does not
/// block, as it would in the framework's file API, and there are leases.
/// </summary>
/// <param name="directory">Where the files are.</param>
/// <param name="useLeases">False behaves as where leases are not granted; for tests.</param>
[SupportedOSPlatform("linux")]
internal sealed class LinuxPictureFiles(string directory, bool useLeases = true) : PictureFiles(directory)
{
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(directory.EndsWith('/') ? directory : directory + "/");

    internal override bool TryOpen(ReadOnlySpan<byte> name, out PictureFile file, out string? problem)
    {
        file = default;
        problem = null;
        var descriptor = Open(name);
        if (descriptor < 0)
        {
            problem = Marshal.GetLastPInvokeError() is LinuxFileCalls.NoSuchFile or LinuxFileCalls.NotADirectory ? null : LastProblem();
            return false;
        }

        var writers = KeepWritersOut(descriptor);
        var now = FileStamp.Now;
        if (!LinuxFileCalls.TryGetStatus(descriptor, out var status))
        {
            problem = LastProblem();
        }
        else if (!status.IsRegularFile)
        {
            problem = "不是普通文件";
        }
        else
        {
            file = new(descriptor, null, status.Stamp, writers == FileWriters.Unseen && !status.Stamp.WouldShowWritesAfter(now) ? FileWriters.Present : writers);
            return true;
        }

        _ = LinuxFileCalls.Close(descriptor);
        return false;
    }

    internal override unsafe int Read(in PictureFile file, Span<byte> buffer, long offset)
    {
        var total = 0;
        fixed (byte* start = buffer)
        {
            while (total < buffer.Length)
            {
                var got = LinuxFileCalls.ReadAt(file.Descriptor, start + total, buffer.Length - total, (nint)(offset + total));
                if (got > 0)
                {
                    total += (int)got;
                }
                else if (got == 0)
                {
                    break;
                }
                else if (Marshal.GetLastPInvokeError() != LinuxFileCalls.Interrupted)
                {
                    throw new IOException(LastProblem());
                }
            }
        }

        return total;
    }

    internal override void Close(in PictureFile file)
    {
        if (file.Writers == FileWriters.Barred)
        {
            // Closing alone is not enough: a child that some thread has just forked holds the file, and so the lease, until it starts its program.
            _ = LinuxFileCalls.Control(file.Descriptor, LinuxFileCalls.SetLease, LinuxFileCalls.NoLease);
        }

        _ = LinuxFileCalls.Close(file.Descriptor);
    }

    private protected override FileStamp Look(in PictureFile file) =>
        LinuxFileCalls.TryGetStatus(file.Descriptor, out var status) ? status.Stamp : throw new IOException(LastProblem());

    private unsafe int Open(ReadOnlySpan<byte> name)
    {
        var length = _prefix.Length + name.Length;
        Span<byte> path = length < 1024 ? stackalloc byte[1024] : new byte[length + 1];
        _prefix.CopyTo(path);
        name.CopyTo(path[_prefix.Length..]);
        path[length] = 0;
        fixed (byte* text = path)
        {
            while (true)
            {
                var descriptor = LinuxFileCalls.Open(text, LinuxFileCalls.ReadOnlyNonBlockingCloseOnExec);
                if (descriptor >= 0 || Marshal.GetLastPInvokeError() != LinuxFileCalls.Interrupted)
                {
                    return descriptor;
                }
            }
        }
    }

    /// <summary>
    /// Takes a read lease, which <see cref="Close"/> gives back. Whoever then opens it for writing waits for that, and we are sent a signal: SIGIO
    /// unless another is named before, and SIGIO would end the process.
    /// </summary>
    private FileWriters KeepWritersOut(int descriptor)
    {
        if (!useLeases || LinuxFileCalls.Control(descriptor, LinuxFileCalls.SetSignal, LinuxFileCalls.UrgentData) != 0)
        {
            return FileWriters.Unseen;
        }

        return LinuxFileCalls.Control(descriptor, LinuxFileCalls.SetLease, LinuxFileCalls.ReadLease) == 0 ? FileWriters.Barred
            : Marshal.GetLastPInvokeError() == LinuxFileCalls.Again ? FileWriters.Present
            : FileWriters.Unseen;
    }

    private static string LastProblem() => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
}

using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ProcVision;

/// <summary>Through the framework's file API.</summary>
internal sealed class PortablePictureFiles(string directory) : PictureFiles(directory)
{
    private const int SharingViolation = unchecked((int)0x80070020);

    // On Windows a file that is not shared for writing cannot be opened for writing; elsewhere other programs do not heed it.
    private static readonly bool BarsWriters = OperatingSystem.IsWindows();

    // Written later than any other, so that it is not passed over for an old file of the other kind.
    private static readonly PictureFile BeingWritten = new(-1, null, new(0, long.MaxValue, 0), FileWriters.Present);

    internal override bool TryOpen(ReadOnlySpan<byte> name, out PictureFile file, out string? problem)
    {
        file = default;
        problem = null;
        try
        {
            var handle = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, (BarsWriters ? FileShare.Read : FileShare.ReadWrite) | FileShare.Delete);
            try
            {
                var now = FileStamp.Now;
                var stamp = StampOf(handle);
                file = new(-1, handle, stamp, BarsWriters ? FileWriters.Barred : stamp.WouldShowWritesAfter(now) ? FileWriters.Unseen : FileWriters.Present);
                return true;
            }
            catch
            {
                handle.Dispose();
                throw;
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (IOException exception) when (exception.HResult == SharingViolation)
        {
            file = BeingWritten;
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // NotSupported: a device name or a pipe has no length.
            problem = exception.Message;
            return false;
        }
    }

    internal override int Read(in PictureFile file, Span<byte> buffer, long offset)
    {
        var total = 0;
        while (total < buffer.Length)
        {
            var got = RandomAccess.Read(file.Handle!, buffer[total..], offset + total);
            if (got == 0)
            {
                break;
            }

            total += got;
        }

        return total;
    }

    internal override void Close(in PictureFile file) => file.Handle?.Dispose();

    private protected override FileStamp Look(in PictureFile file) => StampOf(file.Handle!);

    private static FileStamp StampOf(SafeFileHandle handle) =>
        new(RandomAccess.GetLength(handle), FileStamp.Nanoseconds(File.GetLastWriteTimeUtc(handle)), 0);

    private string PathOf(ReadOnlySpan<byte> name) => Path.Combine(Directory, Encoding.ASCII.GetString(name));
}

using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ProcVision;

/// <summary>The functions of the C library for files, as <see cref="LinuxPictureFiles"/> needs them, and their numbers, the same on x64 and arm64.</summary>
[SupportedOSPlatform("linux")]
internal static unsafe partial class LinuxFileCalls
{
    internal const int NoSuchFile = 2;
    internal const int Interrupted = 4;
    internal const int Again = 11;
    internal const int NotADirectory = 20;

    /// <summary>O_NONBLOCK | O_CLOEXEC.</summary>
    internal const int ReadOnlyNonBlockingCloseOnExec = 0x800 | 0x80000;

    internal const int SetSignal = 10;
    internal const int SetLease = 1024;
    internal const int ReadLease = 0;
    internal const int NoLease = 2;

    /// <summary>SIGURG: ignored by default, and the runtime does not handle it.</summary>
    internal const int UrgentData = 23;

    private const int EmptyPath = 0x1000;
    private const uint BasicStats = 0x7FF;

    /// <summary>The state of an open file; false with the error in errno.</summary>
    internal static bool TryGetStatus(int descriptor, out Status status)
    {
        byte noPath = 0;
        fixed (Status* to = &status)
        {
            return StatusOf(descriptor, &noPath, EmptyPath, BasicStats, to) == 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true)]
    internal static partial int Open(byte* path, int flags);

    [LibraryImport("libc", EntryPoint = "pread", SetLastError = true)]
    internal static partial nint ReadAt(int descriptor, byte* buffer, nint count, nint offset);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    internal static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "close")]
    internal static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true)]
    private static partial int StatusOf(int directory, byte* path, int flags, uint mask, Status* status);

    /// <summary>struct statx, which unlike struct stat is the same on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    internal readonly struct Status
    {
        [FieldOffset(16)]
        private readonly uint _links;

        [FieldOffset(20)]
        private readonly uint _user;

        [FieldOffset(28)]
        private readonly ushort _mode;

        [FieldOffset(40)]
        private readonly long _length;

        [FieldOffset(96)]
        private readonly Time _changed;

        [FieldOffset(112)]
        private readonly Time _written;

        internal bool IsRegularFile => (_mode & 0xF000) == 0x8000;

        /// <summary>Names of the file; 0 once it is unlinked.</summary>
        internal uint Links => _links;

        /// <summary>Whose file it is.</summary>
        internal uint User => _user;

        /// <summary>Bytes.</summary>
        internal long Length => _length;

        internal FileStamp Stamp => new(_length, _written.Nanoseconds, _changed.Nanoseconds);
    }

    [StructLayout(LayoutKind.Sequential, Size = 16)]
    private readonly struct Time
    {
        private readonly long _seconds;
        private readonly uint _fraction;

        internal long Nanoseconds => (_seconds * 1_000_000_000) + _fraction;
    }
}

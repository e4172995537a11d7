using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ProcVision;

/// <summary>The functions of the C library for shared memory, and their numbers, the same on x64 and arm64.</summary>
[SupportedOSPlatform("linux")]
internal static unsafe partial class LinuxMemoryCalls
{
    internal const int NoSpace = 28;
    internal const int TooManyLinks = 40;

    internal const int ReadOnly = 0;
    internal const int ReadWrite = 2;
    internal const int Create = 0x40;
    internal const int Exclusive = 0x80;
    internal const int NonBlocking = 0x800;
    internal const int CloseOnExec = 0x80000;

    internal const int ProtectRead = 1;
    internal const int ProtectWrite = 2;
    internal const int MapShared = 1;

    internal const int LockExclusive = 2;
    internal const int LockNonBlocking = 4;

    /// <summary>O_NOFOLLOW, the one number that differs.</summary>
    internal static int NoFollow => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 0x20000 : 0x8000;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Open(string path, int flags, uint mode);

    /// <summary>Gives the error number, not errno.</summary>
    [LibraryImport("libc", EntryPoint = "posix_fallocate")]
    internal static partial int Allocate(int descriptor, nint offset, nint length);

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    internal static partial byte* Map(byte* wish, nint length, int protection, int flags, int descriptor, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    internal static partial int Unmap(byte* start, nint length);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    internal static partial int Lock(int descriptor, int operation);

    [LibraryImport("libc", EntryPoint = "unlink", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Unlink(string path);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint CurrentUser();
}

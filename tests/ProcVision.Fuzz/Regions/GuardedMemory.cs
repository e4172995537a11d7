using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ProcVision.Fuzz.Regions;

/// <summary>
/// Memory of a region between two pages that nobody may touch: whoever reads or writes outside ends this process at once. It can be made read-only
/// for a while.
/// </summary>
/// <remarks>Where there is no mmap it is plain memory: then only what goes wrong by itself is found.</remarks>
internal sealed unsafe partial class GuardedMemory : RegionMemory
{
    private const int Page = 4096;
    private const int None = 0;
    private const int Read = 1;
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;

    private readonly byte* _mapping;
    private readonly nuint _mapped;

    private GuardedMemory(byte* start, int size, byte* mapping, nuint mapped)
        : base(start, size)
    {
        _mapping = mapping;
        _mapped = mapped;
    }

    internal override bool IsWritable => true;

    internal Span<byte> Bytes => new(Start, Size);

    /// <param name="size">A multiple of a page.</param>
    internal static GuardedMemory Create(int size) => OperatingSystem.IsLinux() ? Map(size) : new((byte*)NativeMemory.AlignedAlloc((nuint)size, 64), size, null, 0);

    /// <summary>Forbids, or allows again, to write.</summary>
    internal void Protect(bool readOnly)
    {
        if (OperatingSystem.IsLinux())
        {
            Require(Mprotect(Start, (nuint)Size, readOnly ? Read : ReadWrite));
        }
    }

    public override void Dispose()
    {
        if (OperatingSystem.IsLinux())
        {
            Require(Munmap(_mapping, _mapped));
        }
        else
        {
            NativeMemory.AlignedFree(Start);
        }
    }

    [SupportedOSPlatform("linux")]
    private static GuardedMemory Map(int size)
    {
        var mapped = (nuint)size + (2 * Page);
        var mapping = Mmap(null, mapped, None, PrivateAnonymous, -1, 0);
        Require(mapping == (byte*)-1 ? -1 : 0);
        var memory = new GuardedMemory(mapping + Page, size, mapping, mapped);
        memory.Protect(readOnly: false);
        return memory;
    }

    private static void Require(int result)
    {
        if (result != 0)
        {
            throw new Win32Exception();
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap", SetLastError = true)]
    [SupportedOSPlatform("linux")]
    private static partial byte* Mmap(byte* address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect", SetLastError = true)]
    [SupportedOSPlatform("linux")]
    private static partial int Mprotect(byte* address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap", SetLastError = true)]
    [SupportedOSPlatform("linux")]
    private static partial int Munmap(byte* address, nuint length);
}

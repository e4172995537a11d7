using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace ProcVision;

/// <summary>
/// A file in memory. Its maker holds a lock on it until the process is gone, however it ends: by that a region whose owner lives in another
/// container, where process ids mean nothing to us, is known as in use.
/// </summary>
/// <remarks>
/// A process of the same user can cut the file off while it is mapped, and the next access behind the cut is then SIGBUS. The size is looked at when
/// the file is opened; against what that user does later only a file without a name would help, which cannot be handed over by name.
/// </remarks>
[SupportedOSPlatform("linux")]
internal sealed unsafe class LinuxSharedFile : SharedMapping
{
    private const int Attempts = 100;
    private const uint OwnerOnly = 0x180;

    private readonly string? _ownPath;
    private readonly int _lock;
    private int _unlinked;

    private LinuxSharedFile(byte* start, int size, string? ownPath, int lockDescriptor)
    {
        Start = start;
        Size = size;
        _ownPath = ownPath;
        _lock = lockDescriptor;
    }

    internal override byte* Start { get; }

    internal override int Size { get; }

    /// <summary>A new file of zeros with all its memory, so that no later store finds there is none left.</summary>
    /// <exception cref="IOException">There is no room, or no such folder; the message says which.</exception>
    internal static LinuxSharedFile Create(string folder, string name, int size)
    {
        var path = Path.Combine(folder, name);
        var descriptor = OpenFile(path, LinuxMemoryCalls.ReadWrite | LinuxMemoryCalls.Create | LinuxMemoryCalls.Exclusive);
        if (descriptor < 0)
        {
            throw new IOException($"会话区域无法创建: {path}: {LastProblem()}");
        }

        try
        {
            if (LinuxMemoryCalls.Lock(descriptor, LinuxMemoryCalls.LockExclusive | LinuxMemoryCalls.LockNonBlocking) != 0)
            {
                throw new IOException($"会话区域无法锁定: {path}: {LastProblem()}");
            }

            Allocate(descriptor, folder, path, size);
            if (!LinuxFileCalls.TryGetStatus(descriptor, out var status) || status.Links == 0)
            {
                // Whoever removes what is left behind came between the making and the lock, from a container that does not see this process.
                throw new IOException($"会话区域在创建时被删除: {path}");
            }

            return new LinuxSharedFile(Map(descriptor, path, size, writable: true), size, path, descriptor);
        }
        catch
        {
            _ = LinuxMemoryCalls.Unlink(path);
            _ = LinuxFileCalls.Close(descriptor);
            throw;
        }
    }

    /// <summary>A file that is there.</summary>
    /// <exception cref="SessionRegionException">There is none, or it cannot be a region of this user's.</exception>
    internal static LinuxSharedFile Open(string folder, string name, bool writable)
    {
        var path = Path.Combine(folder, name);
        var descriptor = OpenFile(path, (writable ? LinuxMemoryCalls.ReadWrite : LinuxMemoryCalls.ReadOnly) | LinuxMemoryCalls.NonBlocking);
        if (descriptor < 0)
        {
            throw new SessionRegionException(Marshal.GetLastPInvokeError() switch
            {
                LinuxFileCalls.NoSuchFile => $"会话区域 '{name}' 不存在；可能已结束",
                LinuxMemoryCalls.TooManyLinks => $"会话区域 '{name}' 不是普通文件",
                _ => $"会话区域 '{name}' 无法打开: {LastProblem()}",
            });
        }

        try
        {
            if (!IsOwnFile(descriptor, out var length, out var problem))
            {
                throw new SessionRegionException($"会话区域 '{name}' {problem}");
            }

            if (!RegionMemory.IsSize(length))
            {
                throw new SessionRegionException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"会话区域 '{name}' 的大小 {length} 字节无效；应为 {RegionMemory.SmallestSize} 至 {RegionMemory.LargestSize} 字节，且为 {RegionMemory.SizeUnit} 的倍数"));
            }

            return new LinuxSharedFile(Map(descriptor, path, (int)length, writable), (int)length, null, -1);
        }
        catch (IOException e)
        {
            throw new SessionRegionException(e.Message);
        }
        finally
        {
            _ = LinuxFileCalls.Close(descriptor);
        }
    }

    /// <summary>Removes a file that nobody holds; false when it is somebody's, or no file of this user's.</summary>
    internal static bool TryRemove(string path)
    {
        var descriptor = OpenFile(path, LinuxMemoryCalls.ReadOnly | LinuxMemoryCalls.NonBlocking);
        if (descriptor < 0)
        {
            return false;
        }

        try
        {
            return IsOwnFile(descriptor, out _, out _)
                && LinuxMemoryCalls.Lock(descriptor, LinuxMemoryCalls.LockExclusive | LinuxMemoryCalls.LockNonBlocking) == 0
                && LinuxMemoryCalls.Unlink(path) == 0;
        }
        finally
        {
            _ = LinuxFileCalls.Close(descriptor);
        }
    }

    internal override void Unlink()
    {
        if (_ownPath is not null && Interlocked.Exchange(ref _unlinked, 1) == 0)
        {
            _ = LinuxMemoryCalls.Unlink(_ownPath);
        }
    }

    internal override void Release()
    {
        _ = LinuxMemoryCalls.Unmap(Start, Size);
        if (_lock >= 0)
        {
            _ = LinuxFileCalls.Close(_lock);
        }
    }

    private static int OpenFile(string path, int flags)
    {
        while (true)
        {
            var descriptor = LinuxMemoryCalls.Open(path, flags | LinuxMemoryCalls.NoFollow | LinuxMemoryCalls.CloseOnExec, OwnerOnly);
            if (descriptor >= 0 || Marshal.GetLastPInvokeError() != LinuxFileCalls.Interrupted)
            {
                return descriptor;
            }
        }
    }

    private static void Allocate(int descriptor, string folder, string path, int size)
    {
        var error = LinuxFileCalls.Interrupted;
        for (var attempt = 0; error == LinuxFileCalls.Interrupted && attempt < Attempts; attempt++)
        {
            error = LinuxMemoryCalls.Allocate(descriptor, 0, size);
        }

        if (error == LinuxMemoryCalls.NoSpace)
        {
            throw new IOException(string.Create(
                CultureInfo.InvariantCulture,
                $"共享内存空间不足: 会话区域需要 {size} 字节，{folder} 剩余 {new DriveInfo(folder).AvailableFreeSpace} 字节；请释放空间或加大 {folder}"));
        }

        if (error != 0)
        {
            throw new IOException($"会话区域无法分配: {path}: {Marshal.GetPInvokeErrorMessage(error)}");
        }
    }

    private static byte* Map(int descriptor, string path, int size, bool writable)
    {
        var protection = LinuxMemoryCalls.ProtectRead | (writable ? LinuxMemoryCalls.ProtectWrite : 0);
        var start = LinuxMemoryCalls.Map(null, size, protection, LinuxMemoryCalls.MapShared, descriptor, 0);
        return (nint)start == -1 ? throw new IOException($"会话区域无法映射: {path}: {LastProblem()}") : start;
    }

    private static bool IsOwnFile(int descriptor, out long length, [NotNullWhen(false)] out string? problem)
    {
        length = 0;
        if (!LinuxFileCalls.TryGetStatus(descriptor, out var status))
        {
            problem = LastProblem();
            return false;
        }

        length = status.Length;
        problem = !status.IsRegularFile ? "不是普通文件"
            : status.User != LinuxMemoryCalls.CurrentUser() ? "属于另一个用户"
            : null;
        return problem is null;
    }

    private static string LastProblem() => Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
}

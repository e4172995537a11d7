using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>
/// A region that its owner and other processes of the same user see, by name: on Linux a file under <c>/dev/shm</c>, on Windows a named section. Its
/// owner takes the name away when it disposes it, and when its process ends in order; what a killed owner leaves <see cref="StaleRegions"/> removes.
/// </summary>
internal sealed unsafe class SharedMemory : RegionMemory
{
    /// <summary>The file system in memory that every Linux has.</summary>
    internal const string LinuxFolder = "/dev/shm";

    private readonly SharedMapping _mapping;
    private readonly bool _isOwner;
    private int _disposed;

    private SharedMemory(string name, SharedMapping mapping, bool isOwner, bool isWritable)
        : base(mapping.Start, mapping.Size)
    {
        Name = name;
        IsWritable = isWritable;
        _mapping = mapping;
        _isOwner = isOwner;
    }

    /// <summary>Whether this system has such memory.</summary>
    internal static bool IsSupported => OperatingSystem.IsLinux() || OperatingSystem.IsWindows();

    /// <summary>What the other side opens; no path.</summary>
    internal string Name { get; }

    internal override bool IsWritable { get; }

    /// <summary>A new region, all zero, owned by this process.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No region may have this size.</exception>
    /// <exception cref="IOException">There is no room, with needed and free bytes, or no shared memory at all.</exception>
    internal static SharedMemory Create(int size) => Create(size, LinuxFolder);

    /// <summary>The same in a folder of one's own, where the system has folders for that.</summary>
    internal static SharedMemory Create(int size, string folder)
    {
        RequireSize(size);
        var name = SharedMemoryName.Next().ToString();
        SharedMapping mapping = OperatingSystem.IsLinux() ? LinuxSharedFile.Create(folder, name, size)
            : OperatingSystem.IsWindows() ? WindowsSection.Create(name, size)
            : throw NoSharedMemory();
        var memory = new SharedMemory(name, mapping, isOwner: true, isWritable: true);
        OwnedRegions.Add(memory);
        return memory;
    }

    /// <summary>Opens the region of another process, or of this one.</summary>
    /// <param name="name">Its name; a path or any other text is refused unlooked at.</param>
    /// <param name="writable">Whether values are to be written.</param>
    /// <exception cref="SessionRegionException">There is none, or it cannot be one of this user's; the message says why.</exception>
    internal static SharedMemory Open(string name, bool writable) => Open(name, writable, LinuxFolder);

    /// <summary>The same in a folder of one's own.</summary>
    internal static SharedMemory Open(string name, bool writable, string folder)
    {
        if (!SharedMemoryName.TryParse(name, out _))
        {
            throw NotAName(name);
        }

        SharedMapping mapping = OperatingSystem.IsLinux() ? LinuxSharedFile.Open(folder, name, writable)
            : OperatingSystem.IsWindows() ? WindowsSection.Open(name, writable)
            : throw NoSharedMemory();
        return new SharedMemory(name, mapping, isOwner: false, writable);
    }

    /// <summary>The refusal of a text that is no region's name.</summary>
    internal static SessionRegionException NotAName(string text) => new(
        $"会话区域名称 '{(text.Length <= 2 * SharedMemoryName.Longest ? text : text[..(2 * SharedMemoryName.Longest)] + "…")}' 无效；应为 {SharedMemoryName.Prefix}<进程号>-<启动时间>-<32 位十六进制>");

    /// <summary>Takes the name away, so that nobody opens the region any more; the memory stays.</summary>
    internal void Unlink() => _mapping.Unlink();

    /// <summary>Unlinks the region, if this process owns it, and takes it out of this process: nothing may point into it any more.</summary>
    public override void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        _mapping.Unlink();
        if (_isOwner)
        {
            OwnedRegions.Remove(this);
        }

        _mapping.Release();
    }

    private static PlatformNotSupportedException NoSharedMemory([CallerMemberName] string doing = "") =>
        new($"session regions are shared on Linux and Windows only ({doing})");
}

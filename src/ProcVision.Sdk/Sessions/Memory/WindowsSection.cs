using System.IO.MemoryMappedFiles;
using System.Runtime.Versioning;

namespace ProcVision;

/// <summary>A named section of this logon session: it is there as long as anyone has it open, so its owner does until it disposes it.</summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class WindowsSection : SharedMapping
{
    private readonly MemoryMappedFile _section;
    private readonly MemoryMappedViewAccessor _view;

    private WindowsSection(MemoryMappedFile section, MemoryMappedViewAccessor view, byte* start, int size)
    {
        _section = section;
        _view = view;
        Start = start;
        Size = size;
    }

    internal override byte* Start { get; }

    internal override int Size { get; }

    /// <exception cref="IOException">There is no memory for it.</exception>
    internal static WindowsSection Create(string name, int size) =>
        Map(MemoryMappedFile.CreateNew(Named(name), size), MemoryMappedFileAccess.ReadWrite);

    /// <exception cref="SessionRegionException">There is none, it may not be opened, or it cannot be a region.</exception>
    internal static WindowsSection Open(string name, bool writable)
    {
        try
        {
            var section = MemoryMappedFile.OpenExisting(Named(name), writable ? MemoryMappedFileRights.ReadWrite : MemoryMappedFileRights.Read);
            return Map(section, writable ? MemoryMappedFileAccess.ReadWrite : MemoryMappedFileAccess.Read);
        }
        catch (FileNotFoundException)
        {
            throw new SessionRegionException($"会话区域 '{name}' 不存在；可能已结束");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SessionRegionException($"会话区域 '{name}' 无法打开: {e.Message}");
        }
    }

    /// <summary>The name goes with the last handle.</summary>
    internal override void Unlink()
    {
    }

    internal override void Release()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _section.Dispose();
    }

    private static string Named(string name) => @"Local\" + name;

    private static WindowsSection Map(MemoryMappedFile section, MemoryMappedFileAccess access)
    {
        MemoryMappedViewAccessor? view = null;
        try
        {
            view = section.CreateViewAccessor(0, 0, access);
            var size = (long)view.SafeMemoryMappedViewHandle.ByteLength;
            if (!RegionMemory.IsSize(size))
            {
                throw new IOException($"大小 {size} 字节无效");
            }

            byte* start = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            return new WindowsSection(section, view, start, (int)size);
        }
        catch
        {
            view?.Dispose();
            section.Dispose();
            throw;
        }
    }
}

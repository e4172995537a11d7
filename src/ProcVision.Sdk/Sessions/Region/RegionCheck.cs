using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>The header of a region that a writer comes to.</summary>
internal static unsafe class RegionCheck
{
    /// <exception cref="SessionRegionException">It is no region of this version and size, or not open in that generation.</exception>
    internal static void Header(RegionMemory memory, uint generation)
    {
        var header = (RegionHeader*)memory.Start;
        if (!BitConverter.IsLittleEndian)
        {
            throw SessionRegionErrors.Foreign("本机不是小端字节序");
        }

        if (!memory.IsWritable)
        {
            throw SessionRegionErrors.Foreign("区域是只读的");
        }

        if (!RegionMemory.IsSize(memory.Size) || header->Magic != MemoryMarshal.Read<ulong>(RegionFormat.Magic))
        {
            throw SessionRegionErrors.Foreign("不是会话区域");
        }

        if (header->Version != RegionFormat.Version)
        {
            throw SessionRegionErrors.Foreign(header->Version == 0 ? "区域尚未就绪" : $"格式版本是 {header->Version}，本程序支持 {RegionFormat.Version}");
        }

        if (header->Size != (uint)memory.Size)
        {
            throw SessionRegionErrors.Foreign($"区域应有 {header->Size} 字节，实际 {memory.Size} 字节");
        }

        var word = Volatile.Read(ref header->Generation);
        if (generation is 0 or > RegionFormat.LastGeneration || word != (generation | RegionFormat.OpenBit))
        {
            var state = (word & RegionFormat.OpenBit) == 0 ? "已结束" : "进行中";
            throw SessionRegionErrors.Foreign($"要求第 {generation} 代，区域是第 {word & RegionFormat.GenerationMask} 代（{state}）");
        }
    }

    /// <summary>Notes who writes, and since when.</summary>
    internal static void Stamp(RegionMemory memory)
    {
        var header = (RegionHeader*)memory.Start;
        header->WriterPid = (uint)Environment.ProcessId;
        header->WriterStart = ProcessStart.OwnTicks;
        header->Attached = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
    }
}

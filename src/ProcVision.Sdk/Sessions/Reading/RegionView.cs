using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>
/// The bytes of a region that somebody else may be changing: words are loaded whole, everything else is copied out, and nothing outside can be
/// reached, wherever an offset points.
/// </summary>
internal readonly unsafe struct RegionView(RegionMemory memory)
{
    internal int Size => memory.Size;

    /// <summary>A word that two processes meet at; what is loaded after it is not older.</summary>
    /// <exception cref="RegionFault">It does not lie in the region, or not at a multiple of eight.</exception>
    internal ulong Word(long offset)
    {
        Require(offset, sizeof(ulong));
        return offset % sizeof(ulong) == 0 ? Volatile.Read(ref *(ulong*)(memory.Start + offset)) : throw new RegionFault($"位置 {offset} 不是 8 的倍数");
    }

    /// <summary>A number that is not met at.</summary>
    internal T Number<T>(long offset)
        where T : unmanaged
    {
        Require(offset, sizeof(T));
        return MemoryMarshal.Read<T>(new ReadOnlySpan<byte>(memory.Start + offset, sizeof(T)));
    }

    /// <summary>Copies bytes out.</summary>
    /// <exception cref="RegionFault">They do not lie in the region.</exception>
    internal byte[] Copy(long offset, long length)
    {
        Require(offset, length);
        return new ReadOnlySpan<byte>(memory.Start + offset, (int)length).ToArray();
    }

    /// <summary>Copies bytes of a block out.</summary>
    /// <exception cref="RegionFault">They do not lie in the body.</exception>
    internal byte[] CopyBlock(long offset, long length)
    {
        RequireBlock(offset, length);
        return Copy(offset, length);
    }

    /// <exception cref="RegionFault">A block does not lie in the body.</exception>
    internal void RequireBlock(long offset, long length)
    {
        if (offset < RegionFormat.BodyAt || offset % RegionFormat.BlockAlignment != 0)
        {
            throw new RegionFault($"位置 {offset} 不是数据区中 {RegionFormat.BlockAlignment} 的倍数");
        }

        Require(offset, length);
    }

    private void Require(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > Size - length)
        {
            throw new RegionFault($"位置 {offset} 起的 {length} 字节超出区域的 {Size} 字节");
        }
    }
}

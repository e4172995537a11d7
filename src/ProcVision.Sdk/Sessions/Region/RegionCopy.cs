using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>
/// A detection's region as it was at one moment, and the same again in other memory: so a call can be made once more as if it had never been made.
/// Only for the owner, while nobody has a call there.
/// </summary>
internal static unsafe class RegionCopy
{
    /// <summary>Takes all of a region.</summary>
    /// <param name="memory">The region.</param>
    /// <param name="copy">Its size at least.</param>
    internal static void Take(RegionMemory memory, Span<byte> copy)
    {
        new ReadOnlySpan<byte>(memory.Start, memory.Size).CopyTo(copy);
        GC.KeepAlive(memory);
    }

    /// <summary>
    /// Puts a copy into zeroed memory that nobody else has. Its version comes last: until then nobody takes it for a region. Who held the old memory,
    /// also a process that outlived its end, gets at nothing of this.
    /// </summary>
    /// <param name="copy">What <see cref="Take"/> took of a region of the same size.</param>
    /// <param name="fresh">The new memory.</param>
    internal static void Put(ReadOnlySpan<byte> copy, RegionMemory fresh)
    {
        var header = (RegionHeader*)fresh.Start;
        copy[RegionFormat.SizeAt..fresh.Size].CopyTo(new Span<byte>(fresh.Start + RegionFormat.SizeAt, fresh.Size - RegionFormat.SizeAt));
        header->Magic = MemoryMarshal.Read<ulong>(copy);
        Volatile.Write(ref header->Version, MemoryMarshal.Read<uint>(copy[RegionFormat.VersionAt..]));
        GC.KeepAlive(fresh);
    }
}

using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>What the owner of a region does: it makes the region once, and begins and ends one detection after the other in it.</summary>
internal static unsafe class RegionOwner
{
    /// <summary>Makes a region of zeroed memory. Its version comes last: until then nobody takes it for one.</summary>
    internal static void Format(RegionMemory memory)
    {
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("a session region is little endian");
        }

        var header = (RegionHeader*)memory.Start;
        header->Magic = MemoryMarshal.Read<ulong>(RegionFormat.Magic);
        header->Size = (uint)memory.Size;
        header->OwnerPid = (uint)Environment.ProcessId;
        header->OwnerStart = ProcessStart.OwnTicks;
        Volatile.Write(ref header->Version, RegionFormat.Version);
        GC.KeepAlive(memory);
    }

    /// <summary>
    /// Begins a detection: everything that was there is gone for every reader and every door, because it is of another generation. Nothing but the
    /// header and the identity is written, except when the generations have run out.
    /// </summary>
    /// <returns>The generation, 1 to 0xFFFFFE: whoever attaches has to name it.</returns>
    /// <exception cref="ArgumentException">The identity does not fit; nothing has begun.</exception>
    internal static uint Begin(RegionMemory memory, in RegionIdentity identity)
    {
        RegionIdentityWriter.Require(identity);
        var header = (RegionHeader*)memory.Start;
        var generation = (uint)header->Generation & RegionFormat.GenerationMask;
        End(memory);
        if (generation >= RegionFormat.LastGeneration)
        {
            generation = 0;
            StartOver(memory);
        }

        // Not even an identity may be a mixture: none, then the new generation, then the new identity, then its length. A reader that met the old
        // generation sees at its second look that it is over; one that meets the new one sees no length until all is there.
        generation++;
        header->IdentityLength = 0;
        Volatile.WriteBarrier();
        Volatile.Write(ref header->Generation, generation);
        Volatile.WriteBarrier();
        var length = RegionIdentityWriter.Write(
            new Span<byte>(memory.Start + RegionFormat.IdentityAt, RegionFormat.LargestIdentity), identity, out var hasContext);
        header->Flags = hasContext ? 0 : RegionFormat.ContextLeftOut;
        header->Begun = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        header->Attached = 0;
        Volatile.Write(ref header->IdentityLength, (uint)length);
        Volatile.Write(ref header->Generation, generation | RegionFormat.OpenBit);
        GC.KeepAlive(memory);
        return generation;
    }

    /// <summary>
    /// Begins a detection in a region that others could write to. What they have broken of the header is made good first: a region is used for one
    /// detection after the other, and one stray store must not be the end of all of them.
    /// </summary>
    /// <param name="memory">The region.</param>
    /// <param name="identity">Whose it is now.</param>
    /// <param name="last">The generation that this owner began last, 0 before the first: what the region says of it is not believed.</param>
    /// <inheritdoc cref="Begin(RegionMemory, in RegionIdentity)"/>
    internal static uint Begin(RegionMemory memory, in RegionIdentity identity, uint last)
    {
        if (!IsOwn(memory, last))
        {
            var header = (RegionHeader*)memory.Start;
            StartOver(memory);
            *header = default;
            Format(memory);
            header->Generation = last;
        }

        return Begin(memory, identity);
    }

    /// <summary>Ends the detection: nobody can attach any more. What is stored stays to be read until the next one begins.</summary>
    internal static void End(RegionMemory memory)
    {
        var header = (RegionHeader*)memory.Start;
        Volatile.Write(ref header->Generation, header->Generation & RegionFormat.GenerationMask);

        // What the next detection writes must not be seen before this one is seen to have ended.
        Volatile.WriteBarrier();
        GC.KeepAlive(memory);
    }

    /// <summary>Whether the header is what this process has made it.</summary>
    private static bool IsOwn(RegionMemory memory, uint last)
    {
        var header = (RegionHeader*)memory.Start;
        return header->Magic == MemoryMarshal.Read<ulong>(RegionFormat.Magic) && header->Version == RegionFormat.Version
            && header->Size == (uint)memory.Size && (header->Generation & ~RegionFormat.OpenBit) == last
            && header->OwnerPid == (uint)Environment.ProcessId && header->OwnerStart == ProcessStart.OwnTicks;
    }

    /// <summary>Old states have the generations that come again: only now they have to go.</summary>
    private static void StartOver(RegionMemory memory)
    {
        var header = (RegionHeader*)memory.Start;
        header->Generation = 0;
        Volatile.WriteBarrier();
        header->Root = 0;
        header->Directory = 0;
        new Span<byte>(memory.Start + RegionFormat.BodyAt, memory.Size - RegionFormat.BodyAt).Clear();
        Volatile.WriteBarrier();
    }
}

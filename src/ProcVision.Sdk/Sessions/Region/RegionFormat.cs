namespace ProcVision;

/// <summary>
/// Every number of the region format, version 1, as docs/session-format.md has it. All integers are little endian. One writer (the algorithm), one
/// owner (the Runner, or the process itself for a private region), any readers, no locks.
/// </summary>
internal static class RegionFormat
{
    /// <summary>The version in the header; written last when a region is made, 0 until then.</summary>
    internal const uint Version = 1;

    internal const int SmallestSize = RegionMemory.SmallestSize;
    internal const int LargestSize = RegionMemory.LargestSize;
    internal const int DefaultSize = RegionMemory.DefaultSize;

    // Header.
    internal const int HeaderSize = 256;
    internal const int MagicAt = 0;
    internal const int VersionAt = 8;
    internal const int SizeAt = 12;
    internal const int GenerationAt = 16;
    internal const int RootAt = 24;
    internal const int DirectoryAt = 32;
    internal const int BegunAt = 40;
    internal const int AttachedAt = 48;
    internal const int OwnerPidAt = 56;
    internal const int WriterPidAt = 60;
    internal const int OwnerStartAt = 64;
    internal const int WriterStartAt = 72;
    internal const int IdentityLengthAt = 80;
    internal const int FlagsAt = 84;

    /// <summary>The flag that the context was too long for the identity and is left out.</summary>
    internal const uint ContextLeftOut = 1;

    // Generation word.
    internal const uint GenerationMask = 0xFFFFFF;
    internal const uint LastGeneration = 0xFFFFFE;
    internal const ulong OpenBit = 1UL << 32;

    // Identity: UTF-8 JSON.
    internal const int IdentityAt = HeaderSize;
    internal const int LargestIdentity = BodyAt - IdentityAt;

    // Body: blocks.
    internal const int BodyAt = 16384;
    internal const int BlockAlignment = 16;

    // Layout block.
    internal const int SchemaLengthAt = 0;
    internal const int SlotsOffsetAt = 4;
    internal const int SlotsLengthAt = 8;
    internal const int SlotCountAt = 12;
    internal const int SchemaHashAt = 16;
    internal const int SchemaAt = 24;
    internal const int SlotsAlignment = 64;

    // Slot: a state word, then two cells.
    internal const int SlotCellsAt = 8;

    /// <summary>The length in front of the bytes of a text or coded cell.</summary>
    internal const int CellLength = 4;

    // Directory chunk and entry.
    internal const int ChunkNextAt = 0;
    internal const int ChunkCountAt = 8;
    internal const int ChunkEntriesAt = 16;
    internal const int FirstChunkEntries = 32;
    internal const int LaterChunkEntries = 64;
    internal const int EntrySize = 80;
    internal const int EntryCellsAt = 16;
    internal const int EntryCellSize = 32;

    // Cell of a directory entry.
    internal const int KeyOffsetAt = 0;
    internal const int KeyLengthAt = 4;
    internal const int KindAt = 6;
    internal const int CellValueAt = 8;
    internal const int BlockOffsetAt = 8;
    internal const int BlockLengthAt = 12;
    internal const int PayloadAt = 16;

    /// <summary>Where a payload may start in a coded block.</summary>
    internal const int PayloadAlignment = 8;

    /// <summary>Bytes of a key in UTF-8.</summary>
    internal const int LongestKey = 1024;

    private const int DirectoryGenerationShift = 40;
    private const ulong DirectoryOffsetMask = (1UL << DirectoryGenerationShift) - 1;

    /// <summary>The first eight bytes of a region.</summary>
    internal static ReadOnlySpan<byte> Magic => "PVSTATE\0"u8;

    /// <summary>Where the layout block is and how long it is.</summary>
    internal static ulong Root(int offset, int length) => (uint)offset | ((ulong)(uint)length << 32);

    /// <summary>Where the layout block begins; 0 without one.</summary>
    internal static uint RootOffset(ulong root) => (uint)root;

    /// <summary>Bytes of the layout block.</summary>
    internal static uint RootLength(ulong root) => (uint)(root >> 32);

    /// <summary>The word that leads to a directory chunk: of the header, and of a chunk for the next one.</summary>
    internal static ulong ChunkWord(uint generation, int offset) => ((ulong)generation << DirectoryGenerationShift) | (uint)offset;

    /// <summary>Where a chunk is: 0 when the word is of another generation, or there is none.</summary>
    internal static ulong ChunkOffset(ulong word, uint generation) => word >> DirectoryGenerationShift == generation ? word & DirectoryOffsetMask : 0;

    /// <summary>Bytes of a chunk.</summary>
    internal static int ChunkSize(int entries) => ChunkEntriesAt + (entries * EntrySize);

    /// <summary>Bytes from one cell of a slot to the other.</summary>
    /// <param name="cell">Bytes of one cell.</param>
    internal static int Stride(int cell) => (cell + 7) & ~7;

    /// <summary>A length rounded up to a whole number of blocks' alignment.</summary>
    internal static long BlockSize(long length) => (length + BlockAlignment - 1) & ~(BlockAlignment - 1L);
}

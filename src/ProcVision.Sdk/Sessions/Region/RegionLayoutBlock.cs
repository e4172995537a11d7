using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>The block that the root names: the schema of the typed properties, then their slots.</summary>
internal static unsafe class RegionLayoutBlock
{
    /// <summary>Bytes of the block of a layout.</summary>
    internal static int LengthOf(SessionLayout layout) => layout.Schema.SlotsOffset + layout.Size;

    /// <summary>Writes the block of a layout with empty slots.</summary>
    internal static void Write(RegionMemory memory, int offset, SessionLayout layout)
    {
        var schema = layout.Schema;
        var block = memory.Start + offset;
        new Span<byte>(block, LengthOf(layout)).Clear();
        *(int*)(block + RegionFormat.SchemaLengthAt) = schema.Json.Length;
        *(int*)(block + RegionFormat.SlotsOffsetAt) = schema.SlotsOffset;
        *(int*)(block + RegionFormat.SlotsLengthAt) = layout.Size;
        *(int*)(block + RegionFormat.SlotCountAt) = layout.SlotSpan.Length;
        *(ulong*)(block + RegionFormat.SchemaHashAt) = schema.Hash;
        schema.Json.CopyTo(new Span<byte>(block + RegionFormat.SchemaAt, schema.Json.Length));
    }

    /// <summary>Checks where the block that a root names is, and where schema and slots are in it.</summary>
    /// <param name="memory">The region.</param>
    /// <param name="root">The word in the header.</param>
    /// <param name="used">Takes what the block occupies.</param>
    /// <exception cref="SessionRegionException">Something of it lies outside.</exception>
    internal static void Check(RegionMemory memory, ulong root, List<RegionExtent> used)
    {
        var (offset, length) = (RegionFormat.RootOffset(root), RegionFormat.RootLength(root));
        _ = new RegionSpace(memory.Size, used).Take("类型化属性", offset, length);
        if (offset % RegionFormat.SlotsAlignment != 0 || length < RegionFormat.SchemaAt)
        {
            throw SessionRegionErrors.Damaged($"类型化属性位于 {offset}，长 {length} 字节");
        }

        var block = memory.Start + offset;
        var schema = *(uint*)(block + RegionFormat.SchemaLengthAt);
        var slots = *(uint*)(block + RegionFormat.SlotsOffsetAt);
        var slotsLength = *(uint*)(block + RegionFormat.SlotsLengthAt);
        if (slots % RegionFormat.SlotsAlignment != 0 || slots < RegionFormat.SchemaAt || slots > length || slotsLength > length - slots
            || schema > slots - RegionFormat.SchemaAt)
        {
            throw SessionRegionErrors.Damaged($"类型化属性的描述长 {schema} 字节，属性位于 {slots}，长 {slotsLength} 字节，超出 {length} 字节的块");
        }
    }

    /// <summary>Whether a checked block has exactly this schema, and with it the same slots at the same places.</summary>
    internal static bool IsOf(RegionMemory memory, ulong root, SessionLayout layout)
    {
        if (root == 0)
        {
            return false;
        }

        var block = memory.Start + RegionFormat.RootOffset(root);
        var schema = layout.Schema;
        return *(ulong*)(block + RegionFormat.SchemaHashAt) == schema.Hash && SchemaOf(memory, root).SequenceEqual(schema.Json)
            && *(int*)(block + RegionFormat.SlotCountAt) == layout.SlotSpan.Length
            && *(int*)(block + RegionFormat.SlotsOffsetAt) == schema.SlotsOffset && *(int*)(block + RegionFormat.SlotsLengthAt) == layout.Size;
    }

    /// <summary>The schema of a checked block.</summary>
    internal static ReadOnlySpan<byte> SchemaOf(RegionMemory memory, ulong root)
    {
        var block = memory.Start + RegionFormat.RootOffset(root);
        return new ReadOnlySpan<byte>(block + RegionFormat.SchemaAt, *(int*)(block + RegionFormat.SchemaLengthAt));
    }

    /// <summary>Bytes of the slots of a checked block.</summary>
    internal static int SlotsLength(RegionMemory memory, ulong root) =>
        *(int*)(memory.Start + RegionFormat.RootOffset(root) + RegionFormat.SlotsLengthAt);

    /// <summary>The first slot of a checked block.</summary>
    internal static byte* Slots(RegionMemory memory, ulong root)
    {
        var block = memory.Start + RegionFormat.RootOffset(root);
        return block + *(int*)(block + RegionFormat.SlotsOffsetAt);
    }
}

namespace ProcVision;

/// <summary>The typed properties of a region: the layout block and what its slots hold.</summary>
internal sealed class RegionSlots(RegionLook look, RegionSpans spans, List<string> problems)
{
    private readonly RegionView _view = look.View;

    /// <summary>The layout; none when there is none, or when it cannot be believed.</summary>
    internal StoredLayout Layout()
    {
        if (look.Root == 0)
        {
            return StoredLayout.None;
        }

        try
        {
            var layout = look.Steady(ReadLayout);
            RequireSlots(layout);
            spans.Add(RegionFormat.RootOffset(look.Root), RegionFormat.RootLength(look.Root), null);
            return layout.Layout;
        }
        catch (RegionFault fault)
        {
            problems.Add($"属性布局: {fault.Message}；其属性无法读取");
            return StoredLayout.None;
        }
    }

    /// <summary>What the slots hold, in their order.</summary>
    internal IEnumerable<ReadValue> Values(StoredLayout layout)
    {
        foreach (var slot in layout.Slots)
        {
            ReadValue? value = null;
            try
            {
                value = look.Whole(layout.SlotsAt + slot.Offset, state => Read(layout, slot, state));
            }
            catch (RegionFault fault)
            {
                problems.Add($"键 '{slot.Key}': {fault.Message}");
            }

            if (value is not null)
            {
                yield return value;
            }
        }
    }

    private (StoredLayout Layout, uint Count, uint Length) ReadLayout()
    {
        long block = RegionFormat.RootOffset(look.Root);
        long length = RegionFormat.RootLength(look.Root);
        _view.RequireBlock(block, Math.Max(length, RegionFormat.SchemaAt));
        var hash = look.Watch(block + RegionFormat.SchemaHashAt);
        var schemaLength = _view.Number<uint>(block + RegionFormat.SchemaLengthAt);
        var slotsOffset = _view.Number<uint>(block + RegionFormat.SlotsOffsetAt);
        var slotsLength = _view.Number<uint>(block + RegionFormat.SlotsLengthAt);
        if (slotsOffset % RegionFormat.SlotsAlignment != 0 || RegionFormat.SchemaAt + (long)schemaLength > slotsOffset || (long)slotsOffset + slotsLength > length)
        {
            throw new RegionFault($"描述 {schemaLength} 字节、属性区 {slotsOffset} 起 {slotsLength} 字节与块的 {length} 字节不符");
        }

        var schema = _view.Copy(block + RegionFormat.SchemaAt, schemaLength);
        var count = _view.Number<uint>(block + RegionFormat.SlotCountAt);
        if (RegionHash.Of(schema) != hash)
        {
            throw new RegionFault("描述与其哈希不符");
        }

        return (StoredLayout.Parse(schema, block + slotsOffset), count, slotsLength);
    }

    private static void RequireSlots((StoredLayout Layout, uint Count, uint Length) read)
    {
        if (read.Count != read.Layout.Slots.Count)
        {
            throw new RegionFault($"描述有 {read.Layout.Slots.Count} 个属性，块中写着 {read.Count} 个");
        }

        var keys = new HashSet<string>(StringComparer.Ordinal);
        var end = 0L;
        foreach (var slot in read.Layout.Slots)
        {
            if (!keys.Add(slot.Key))
            {
                throw new RegionFault($"属性 '{slot.Key}' 出现两次");
            }

            if (slot.Offset < end || slot.Offset % sizeof(ulong) != 0 || slot.Offset + slot.Size > read.Length)
            {
                throw new RegionFault($"属性 '{slot.Key}' 的位置 {slot.Offset} 无效");
            }

            end = slot.Offset + slot.Size;
        }
    }

    private ReadValue? Read(StoredLayout layout, StoredSlot slot, ulong state)
    {
        var at = layout.SlotsAt + slot.Offset;
        var status = StateWord.Status(state, StateWord.Tag(look.Generation));
        if (status == StateWord.Empty)
        {
            return null;
        }

        var value = new ReadValue { Key = slot.Key, TypeName = slot.TypeName, StateOffset = at, State = state };
        if (status == StateWord.Null)
        {
            return value;
        }

        var cell = at + RegionFormat.SlotCellsAt + (StateWord.Cell(state) * (long)slot.Stride);
        var length = slot.HasLength ? _view.Number<uint>(cell) : (uint)slot.Capacity;
        return length > slot.Capacity
            ? throw new RegionFault($"长度 {length} 超过容量 {slot.Capacity}")
            : value with { Type = slot.Type, Bytes = _view.Copy(cell + (slot.HasLength ? RegionFormat.CellLength : 0), length) };
    }
}

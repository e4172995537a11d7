using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// The typed properties that another version of the algorithm has left in this detection, and what of them the layout of this one takes over: by
/// key, where the types agree to the byte. A value is never read as anything else than what it was stored as.
/// </summary>
internal sealed unsafe class LayoutChange
{
    private readonly byte* _slots;
    private readonly ulong _tag;
    private readonly byte[] _schema;
    private readonly List<StoredSlot> _live = [];

    private LayoutChange(byte* slots, ulong tag, byte[] schema)
    {
        _slots = slots;
        _tag = tag;
        _schema = schema;
    }

    /// <summary>Whether anything is to be carried over at all.</summary>
    internal bool HasValues => _live.Count > 0;

    /// <summary>Looks at the slots of a checked layout block.</summary>
    /// <exception cref="SessionRegionException">Its schema is none, or a slot lies outside.</exception>
    internal static LayoutChange Of(RegionMemory memory, ulong root, ulong tag)
    {
        var change = new LayoutChange(RegionLayoutBlock.Slots(memory, root), tag, RegionLayoutBlock.SchemaOf(memory, root).ToArray());
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var free = 0L;
        foreach (var slot in Parse(change._schema).Slots)
        {
            if (slot.Offset < free || slot.Offset % sizeof(ulong) != 0 || slot.Offset + slot.Size > RegionLayoutBlock.SlotsLength(memory, root)
                || !keys.Add(slot.Key))
            {
                throw SessionRegionErrors.Damaged($"键 '{slot.Key}' 的位置 {slot.Offset} 无效");
            }

            free = slot.Offset + slot.Size;
            if (SlotCells.Status(change._slots + slot.Offset, tag) != StateWord.Empty)
            {
                change._live.Add(slot);
            }
        }

        return change;
    }

    /// <summary>Copies the values into the empty slots of a layout.</summary>
    /// <returns>Key and reason of those that have no place there.</returns>
    internal IReadOnlyList<string> CarryOver(SessionLayout layout, byte* slots)
    {
        var types = new SchemaTypes();
        var before = types.Of(_schema);
        var now = types.Of(layout.Schema.Json.ToArray());
        var lost = new List<string>();
        foreach (var old in _live)
        {
            if (layout.Find(old.Key) is not { } slot)
            {
                lost.Add($"'{old.Key}': 这一版本没有该属性");
            }
            else if (before[old.Key] != now[old.Key])
            {
                lost.Add($"'{old.Key}': 类型由 {old.TypeName} 变为 {slot.Type}");
            }
            else if (CarryOver(old, slot, slots + slot.Offset) is { } problem)
            {
                lost.Add($"'{old.Key}': {problem}");
            }
        }

        return lost;
    }

    private string? CarryOver(StoredSlot old, SessionSlot slot, byte* at)
    {
        var from = _slots + old.Offset;
        if (SlotCells.Status(from, _tag) == StateWord.Null)
        {
            if (slot.IsNullable)
            {
                SlotCells.Put(at, _tag, StateWord.Null);
            }

            return slot.IsNullable ? null : $"值是 null，{slot.Type} 不能为 null";
        }

        if (!StoredSlotValue.TryBytes(SlotCells.Current(from, old.Stride), old.HasLength, old.Capacity, out var bytes) || !StoredValidity.IsValid(slot.Value, bytes))
        {
            throw SessionRegionErrors.Damaged($"键 '{old.Key}' 的值不是有效的 {old.TypeName}");
        }

        if (bytes.Length > slot.Capacity)
        {
            return $"值有 {bytes.Length} 字节，容量只有 {slot.Capacity} 字节";
        }

        if (slot.Form == SessionSlotForm.Value)
        {
            bytes.CopyTo(new Span<byte>(SlotCells.Next(at, slot.Stride, _tag), slot.Capacity));
            SlotCells.Publish(at, _tag);
        }
        else
        {
            SlotCells.WriteBytes(at, slot.Capacity, _tag, slot.Key, bytes);
        }

        return null;
    }

    private static StoredLayout Parse(byte[] schema)
    {
        try
        {
            // JSON is checked as text only where it is read as text.
            return SessionText.IsValid(schema) ? StoredLayout.Parse(schema, 0) : throw new RegionFault("不是有效的 UTF-8");
        }
        catch (RegionFault fault)
        {
            throw SessionRegionErrors.Damaged($"类型化属性的描述: {fault.Message}");
        }
    }
}

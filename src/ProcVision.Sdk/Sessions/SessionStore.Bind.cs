using ProcVision.CompilerServices;

namespace ProcVision;

/// <content>The slots of a typed session.</content>
internal sealed unsafe partial class SessionStore
{
    /// <summary>Finds or makes the slots of a typed session, once; keyed values of the same names move into them.</summary>
    /// <returns>Where the slots begin.</returns>
    /// <exception cref="SessionException">There is no room, or a keyed value does not fit into the slot of its name; nothing was changed.</exception>
    internal byte* Bind(SessionLayout layout)
    {
        if (!ReferenceEquals(_layout, layout))
        {
            BindFirst(layout);
        }

        return _slots;
    }

    private void BindFirst(SessionLayout layout)
    {
        if (_layout is not null)
        {
            throw SessionErrors.OtherLayout(_layout.Name, layout.Name);
        }

        foreach (var slot in layout.SlotSpan)
        {
            if (_directory.TryFind(slot.Key, out var entry))
            {
                SessionSlotAccess.CheckMove(slot, _directory, entry);
            }
        }

        SessionCodecs.Register(layout.Values);
        var root = Header->Root;
        _slots = RegionLayoutBlock.IsOf(_memory, root, layout.Schema) ? RegionLayoutBlock.Slots(_memory, root) : MakeSlots(layout, root);
        _layout = layout;
        foreach (var slot in layout.SlotSpan)
        {
            if (_directory.TryFind(slot.Key, out var entry))
            {
                SessionSlotAccess.Move(SlotAt(slot), Tag, slot, _directory, entry);
                _ = _directory.Remove(slot.Key);
            }
        }
    }

    /// <summary>Writes a layout block; nobody sees it before the root names it, and then it is whole.</summary>
    private byte* MakeSlots(SessionLayout layout, ulong old)
    {
        var length = RegionLayoutBlock.LengthOf(layout);
        var block = _heap.Take(length, RegionFormat.SlotsAlignment);
        if (block == 0)
        {
            throw SessionErrors.Full(layout.Name, length, _heap.Free, _heap.Largest);
        }

        Volatile.WriteBarrier();
        RegionLayoutBlock.Write(_memory, block, layout);
        Volatile.Write(ref Header->Root, RegionFormat.Root(block, length));
        if (old != 0)
        {
            _heap.Give((int)RegionFormat.RootOffset(old), RegionFormat.RootLength(old));
        }

        return RegionLayoutBlock.Slots(_memory, Header->Root);
    }
}

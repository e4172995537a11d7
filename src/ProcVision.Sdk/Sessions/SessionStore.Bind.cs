using ProcVision.CompilerServices;

namespace ProcVision;

/// <content>The slots of a typed session.</content>
internal sealed unsafe partial class SessionStore
{
    /// <summary>The values of another version's typed properties that this one has no place for: key and reason. They are gone when the slots are made.</summary>
    internal IReadOnlyList<string> NotCarriedOver { get; private set; } = [];

    /// <summary>The same, once.</summary>
    internal IReadOnlyList<string> TakeNotCarriedOver()
    {
        var lost = NotCarriedOver;
        NotCarriedOver = [];
        return lost;
    }

    /// <summary>Finds or makes the slots of a typed session, once; keyed values of the same names move into them.</summary>
    /// <returns>Where the slots begin.</returns>
    /// <exception cref="SessionException">There is no room, or a keyed value does not fit into the slot of its name; nothing was changed.</exception>
    /// <exception cref="SessionRegionException">What another process has left of typed properties is damaged.</exception>
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
        if (RegionLayoutBlock.IsOf(_memory, root, layout))
        {
            _slots = RegionLayoutBlock.Slots(_memory, root);
            RequireValid(layout);
        }
        else
        {
            _slots = MakeSlots(layout, root == 0 || _isFirst ? null : LayoutChange.Of(_memory, root, Tag));
        }

        _layout = layout;
        _isFirst = false;
        foreach (var slot in layout.SlotSpan)
        {
            if (_directory.TryFind(slot.Key, out var entry))
            {
                SessionSlotAccess.Move(SlotAt(slot), Tag, slot, _directory, entry);
                _ = _directory.Remove(slot.Key);
            }
        }
    }

    /// <summary>Writes a layout block; nobody sees it before the root names it, and then it is whole, with all that could be carried over.</summary>
    private byte* MakeSlots(SessionLayout layout, LayoutChange? change)
    {
        var old = Header->Root;
        if (change is not { HasValues: true })
        {
            // Nothing to carry over: the old block may lie where the new one goes.
            Volatile.Write(ref Header->Root, 0);
            GiveRoot(old);
            old = 0;
        }

        var length = RegionLayoutBlock.LengthOf(layout);
        var block = _heap.Take(length, RegionFormat.SlotsAlignment);
        if (block == 0)
        {
            throw SessionErrors.Full(layout.Name, length, _heap.Free, _heap.Largest);
        }

        Volatile.WriteBarrier();
        RegionLayoutBlock.Write(_memory, block, layout);
        var root = RegionFormat.Root(block, length);
        var slots = RegionLayoutBlock.Slots(_memory, root);
        NotCarriedOver = change?.CarryOver(layout, slots) ?? [];
        Volatile.Write(ref Header->Root, root);
        GiveRoot(old);
        return slots;
    }

    private void GiveRoot(ulong root)
    {
        if (root != 0)
        {
            _heap.Give((int)RegionFormat.RootOffset(root), RegionFormat.RootLength(root));
        }
    }

    /// <exception cref="SessionRegionException">What another process has left in a slot is no value of it.</exception>
    private void RequireValid(SessionLayout layout)
    {
        foreach (var slot in layout.SlotSpan)
        {
            if (!StoredSlotValue.IsValid(_slots + slot.Offset, Tag, slot))
            {
                throw SessionRegionErrors.Damaged($"键 '{slot.Key}' 的值不是有效的 {slot.Type}");
            }
        }
    }
}

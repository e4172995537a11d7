using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// Where the values of one session are: the slots of a typed session and a directory of keys, in one region of memory that others may read at any
/// time. This is its one writer; both doors of <see cref="Session"/> come through here. One store serves one detection after the other.
/// </summary>
internal sealed unsafe partial class SessionStore
{
    private readonly RegionMemory _memory;
    private readonly RegionHeap _heap = new();
    private readonly KeyedDirectory _directory;
    private readonly List<RegionExtent> _used = [];
    private Session? _holder;
    private SessionLayout? _layout;
    private byte* _slots;

    /// <summary>Whether nobody has come to this detection before, so that there is no typed value of it, whatever the layout before looks like.</summary>
    private bool _isFirst;

    private SessionStore(RegionMemory memory)
    {
        _memory = memory;
        _directory = new KeyedDirectory(_heap);
    }

    /// <summary>The generation as states have it; never 0.</summary>
    internal ulong Tag { get; private set; }

    /// <summary>The generation that this store is attached to.</summary>
    internal uint Generation { get; private set; }

    /// <summary>The memory.</summary>
    internal RegionMemory Memory => _memory;

    /// <summary>The typed properties' slots, by offset; none before <see cref="Bind"/>.</summary>
    internal ReadOnlySpan<SessionSlot> Slots => _layout is null ? [] : _layout.SlotSpan;

    /// <summary>The values by key.</summary>
    internal KeyedDirectory Directory => _directory;

    /// <summary>Bytes that nothing is stored in.</summary>
    internal int FreeBytes => _heap.Free;

    /// <summary>Whether nothing is stored.</summary>
    internal bool IsEmpty
    {
        get
        {
            if (_directory.Count > 0)
            {
                return false;
            }

            foreach (var slot in Slots)
            {
                if (SlotCells.Status(SlotAt(slot), Tag) != StateWord.Empty)
                {
                    return false;
                }
            }

            return true;
        }
    }

    private RegionHeader* Header => (RegionHeader*)_memory.Start;

    /// <summary>A store of memory that nobody else has: it makes the region and begins a detection in it.</summary>
    internal static SessionStore Begin(PrivateMemory memory, in RegionIdentity identity)
    {
        RegionOwner.Format(memory);
        return Attach(memory, RegionOwner.Begin(memory, identity));
    }

    /// <summary>Comes to a region as its writer.</summary>
    /// <param name="memory">Somebody's memory; nothing in it is believed.</param>
    /// <param name="generation">The one that the owner began.</param>
    /// <exception cref="SessionRegionException">It is no region, or not open in that generation, or damaged; the message says which.</exception>
    internal static SessionStore Attach(RegionMemory memory, uint generation)
    {
        var store = new SessionStore(memory);
        store.Renew(generation);
        return store;
    }

    /// <summary>Begins another detection in the memory of this store. The session before has ended.</summary>
    internal void Renew(in RegionIdentity identity)
    {
        End();
        Renew(RegionOwner.Begin(_memory, identity));
    }

    /// <summary>Comes to the region again, for another detection, or when somebody else has changed it. The session before has ended.</summary>
    /// <exception cref="SessionRegionException">As of <see cref="Attach"/>.</exception>
    internal void Renew(uint generation)
    {
        End();
        RegionCheck.Header(_memory, generation);
        Generation = generation;
        Tag = StateWord.Tag(generation);
        _isFirst = Header->Attached == 0;
        Rebuild();
        RegionCheck.Stamp(_memory);
    }

    /// <summary>The session that reads and writes here from now on; the one before has ended.</summary>
    internal void Hand(Session session)
    {
        _holder?.Close();
        _holder = session;
    }

    /// <summary>The slot of a key, if it is a typed property's.</summary>
    internal SessionSlot? SlotOf(string key) => _layout?.Find(key);

    /// <summary>The key of the typed property whose slot begins at an offset, for messages.</summary>
    internal string KeyAt(int offset) => _layout?.At(offset)?.Key ?? "";

    /// <summary>Where a slot is.</summary>
    internal byte* SlotAt(SessionSlot slot) => _slots + slot.Offset;

    /// <summary>Removes every value.</summary>
    internal void Clear()
    {
        foreach (var slot in Slots)
        {
            SlotCells.Put(SlotAt(slot), Tag, StateWord.Empty);
        }

        _directory.Clear();
        Rebuild();
    }

    private void End()
    {
        _holder?.Close();
        _holder = null;
        _layout = null;
        _slots = null;
        NotCarriedOver = [];
    }

    /// <summary>Finds out what is in use, and with it what is free.</summary>
    private void Rebuild()
    {
        _used.Clear();
        _directory.Open(_memory.Start, _memory.Size, Generation, _used);
        if (Header->Root != 0)
        {
            CheckLayout();
        }

        RegionSpace.Settle(_used);
        _heap.Reset(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_used), RegionFormat.BodyAt, _memory.Size);
        _used.Clear();
    }

    /// <summary>The layout stays from one detection to the next. One that was broken in an earlier one is dropped; in this one it may have had values.</summary>
    private void CheckLayout()
    {
        var known = _used.Count;
        try
        {
            RegionLayoutBlock.Check(_memory, Header->Root, _used);
        }
        catch (SessionRegionException) when (_isFirst)
        {
            Volatile.Write(ref Header->Root, 0);
            _used.RemoveRange(known, _used.Count - known);
        }
    }
}

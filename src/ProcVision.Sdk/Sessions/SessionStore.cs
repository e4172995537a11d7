using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// Where the values of one session are: the slots of a typed session in one region of bytes, any other key in a table beside it. What a shared
/// region will take the place of; both doors of <see cref="Session"/> come through here.
/// </summary>
internal sealed class SessionStore
{
    /// <summary>Bytes that all values and their keys may have together (DESIGN §5).</summary>
    internal const int Limit = 256 * 1024;

    private readonly Dictionary<string, SessionCell> _cells = new(StringComparer.Ordinal);
    private SessionLayout? _layout;
    private byte[] _region = [];
    private long _used;

    /// <summary>Whether nothing is stored.</summary>
    internal bool IsEmpty
    {
        get
        {
            if (_cells.Count > 0)
            {
                return false;
            }

            foreach (var slot in _layout?.Slots ?? [])
            {
                if (SessionSlotAccess.Exists(_region, slot))
                {
                    return false;
                }
            }

            return true;
        }
    }

    internal Span<byte> Region => _region;

    /// <summary>The typed properties' slots, by offset; none before <see cref="Bind"/>.</summary>
    internal IReadOnlyList<SessionSlot> Slots => _layout?.Slots ?? [];

    /// <summary>The values that are not a slot's.</summary>
    internal IReadOnlyDictionary<string, SessionCell> Cells => _cells;

    /// <summary>The slot of a key, if it is a typed property's.</summary>
    internal SessionSlot? SlotOf(string key) => _layout?.Find(key);

    /// <summary>The typed property whose slot begins at an offset, for messages.</summary>
    internal SessionSlot? SlotAt(int offset) => _layout?.At(offset);

    /// <summary>Makes room for the slots of a typed session, once; keyed values of the same names move into them.</summary>
    internal void Bind(SessionLayout layout)
    {
        if (ReferenceEquals(_layout, layout))
        {
            return;
        }

        if (_layout is not null)
        {
            throw SessionErrors.OtherLayout(_layout.Name, layout.Name);
        }

        if (layout.Size > Limit - _used)
        {
            throw SessionErrors.Full(layout.Name, layout.Size, Limit - _used);
        }

        var region = new byte[layout.Size];
        foreach (var slot in layout.Slots)
        {
            if (_cells.TryGetValue(slot.Key, out var cell))
            {
                SessionSlotAccess.Move(region, slot, cell);
            }
        }

        foreach (var slot in layout.Slots)
        {
            _ = Remove(slot.Key);
        }

        _region = region;
        _layout = layout;
        _used += layout.Size;
    }

    internal bool TryGet(string key, out SessionCell cell) => _cells.TryGetValue(key, out cell);

    /// <summary>Stores a value that is not a slot's.</summary>
    /// <exception cref="SessionException">There is no room; the old value stays.</exception>
    internal void Set(string key, in SessionCell cell)
    {
        ref var old = ref CollectionsMarshal.GetValueRefOrNullRef(_cells, key);
        if (Unsafe.IsNullRef(ref old))
        {
            var needed = SessionText.ByteCount(key, key) + cell.Size;
            Take(key, needed, 0);
            _cells.Add(key, cell);
        }
        else
        {
            Take(key, cell.Size, old.Size);
            old = cell;
        }
    }

    internal bool Remove(string key)
    {
        if (!_cells.Remove(key, out var cell))
        {
            return false;
        }

        _used -= SessionText.ByteCount(key, key) + cell.Size;
        return true;
    }

    internal void Clear()
    {
        _cells.Clear();
        _region.AsSpan().Clear();
        _used = _region.Length;
    }

    private void Take(string key, int needed, int given)
    {
        if (needed - given > Limit - _used)
        {
            throw SessionErrors.Full(key, needed, Limit - _used + given);
        }

        _used += needed - given;
    }
}

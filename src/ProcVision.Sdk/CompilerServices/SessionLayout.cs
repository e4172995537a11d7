using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>The slots of a typed session. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionLayout(string name, int size, SessionSlot[] slots)
{
    private readonly SessionSlot[] _slots = Apart(name, size, slots);

    /// <summary>The session struct's name.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes of all slots.</summary>
    public int Size { get; } = size;

    /// <summary>The slots, by offset.</summary>
    public IReadOnlyList<SessionSlot> Slots => _slots;

    /// <summary>The slot of a key; a session has few, so a walk is as good as a table.</summary>
    internal SessionSlot? Find(string key)
    {
        foreach (var slot in _slots)
        {
            if (slot.Key == key)
            {
                return slot;
            }
        }

        return null;
    }

    /// <summary>The slot that begins at an offset.</summary>
    internal SessionSlot? At(int offset)
    {
        foreach (var slot in _slots)
        {
            if (slot.Offset == offset)
            {
                return slot;
            }
        }

        return null;
    }

    /// <summary>
    /// The compiler sees the size of a struct of another assembly only in part; the true one is known here. A value that ran into its neighbour
    /// would be a wrong value later, so the session is refused.
    /// </summary>
    private static SessionSlot[] Apart(string name, int size, SessionSlot[] slots)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            var slot = slots[i];
            var end = slot.Offset + 8 + slot.Capacity + (slot.Kind == SessionSlotKind.Text ? sizeof(int) : 0);
            var limit = i + 1 < slots.Length ? slots[i + 1].Offset : size;
            if (end > limit)
            {
                throw new InvalidOperationException(
                    $"The session '{name}' has {limit - slot.Offset - 8} bytes for '{slot.Key}', but its type '{slot.Type}' takes {slot.Capacity}. "
                    + "Give that struct a plain layout without Size or explicit offsets, or declare it in the algorithm's own project.");
            }
        }

        return slots;
    }
}

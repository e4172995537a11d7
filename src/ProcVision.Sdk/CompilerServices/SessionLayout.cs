using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>The slots of a typed session. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionLayout(string name, int size, SessionSlot[] slots)
{
    /// <summary>The session struct's name.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes of all slots.</summary>
    public int Size { get; } = size;

    /// <summary>The slots, by offset.</summary>
    public IReadOnlyList<SessionSlot> Slots => slots;

    /// <summary>The slot of a key; a session has few, so a walk is as good as a table.</summary>
    internal SessionSlot? Find(string key)
    {
        foreach (var slot in slots)
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
        foreach (var slot in slots)
        {
            if (slot.Offset == offset)
            {
                return slot;
            }
        }

        return null;
    }
}

using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>The slots of a typed session. For generated code.</summary>
/// <param name="name">The session struct's name.</param>
/// <param name="size">Bytes of all slots.</param>
/// <param name="slots">By offset.</param>
/// <exception cref="InvalidOperationException">The slots do not lie one behind the other within the size; the message names the property.</exception>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionLayout(string name, int size, SessionSlot[] slots)
{
    private readonly SessionSlot[] _slots = Apart(name, size, slots);
    private RegionSchema? _schema;

    /// <summary>The session struct's name.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes of all slots.</summary>
    public int Size { get; } = size;

    /// <summary>The slots, by offset.</summary>
    public IReadOnlyList<SessionSlot> Slots => _slots;

    /// <summary>The author's types that the keyed door is to know as well.</summary>
    public IReadOnlyList<SessionCodec> Values { get; init; } = [];

    /// <summary>What a region says of the slots; made once.</summary>
    internal RegionSchema Schema => _schema ??= RegionSchema.Of(this);

    /// <summary>The slots, by offset.</summary>
    internal ReadOnlySpan<SessionSlot> SlotSpan => _slots;

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
    /// would be a wrong value later, so the session is refused. Once here, no access asks again.
    /// </summary>
    private static SessionSlot[] Apart(string name, int size, SessionSlot[] slots)
    {
        ArgumentNullException.ThrowIfNull(slots);
        var free = 0;
        for (var i = 0; i < slots.Length; i++)
        {
            var slot = slots[i];
            if (slot.Offset < free || slot.Offset % sizeof(ulong) != 0 || slot.Capacity is < 1 or > RegionFormat.LargestSize)
            {
                throw new InvalidOperationException($"The session '{name}' has a slot for '{slot.Key}' that cannot be: offset {slot.Offset}, capacity {slot.Capacity}.");
            }

            var limit = i + 1 < slots.Length ? slots[i + 1].Offset : size;
            free = slot.Offset + slot.Size;
            if (free > limit)
            {
                throw new InvalidOperationException(
                    $"The session '{name}' has {limit - slot.Offset} bytes for '{slot.Key}', but two cells for its type '{slot.Type}', which takes {slot.Capacity}, need {slot.Size}. "
                    + "Give that struct a plain layout without Size or explicit offsets, or declare it in the algorithm's own project.");
            }
        }

        return slots;
    }
}

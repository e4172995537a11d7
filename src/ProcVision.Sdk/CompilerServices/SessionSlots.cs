using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProcVision.CompilerServices;

/// <summary>The slots of one session as bytes; what a session struct reads and writes. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct SessionSlots
{
    private readonly Span<byte> _region;

    internal SessionSlots(Span<byte> region, Session session)
    {
        _region = region;
        Session = session;
    }

    /// <summary>The session whose slots these are: its keyed door.</summary>
    public Session Session { get; }

    /// <summary>Gives an unmanaged value; false, with its default, when the slot is empty or holds null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead<T>(int offset, out T value)
        where T : unmanaged
    {
        // One check covers presence byte and value.
        ref var slot = ref MemoryMarshal.GetReference(_region.Slice(offset, SessionSlotAccess.Header + Unsafe.SizeOf<T>()));
        if (slot != SessionSlotAccess.Present)
        {
            value = default;
            return false;
        }

        value = Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref slot, SessionSlotAccess.Header));
        return true;
    }

    /// <summary>Stores an unmanaged value.</summary>
    /// <exception cref="SessionException">It is NaN, infinite, or half a character; nothing was changed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<T>(int offset, in T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(char))
        {
            Check(offset, value);
        }

        ref var slot = ref MemoryMarshal.GetReference(_region.Slice(offset, SessionSlotAccess.Header + Unsafe.SizeOf<T>()));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref slot, SessionSlotAccess.Header), value);
        slot = SessionSlotAccess.Present;
    }

    /// <summary>Gives a string; false, with an empty string, when the slot is empty or holds null.</summary>
    public bool TryReadText(int offset, out string value)
    {
        var present = _region[offset] == SessionSlotAccess.Present;
        value = present ? SessionSlotAccess.ReadText(_region, offset) : "";
        return present;
    }

    /// <summary>Stores a string.</summary>
    /// <exception cref="SessionException">Its UTF-8 form is longer than <paramref name="capacity"/>, or it has half a surrogate pair; nothing was changed.</exception>
    public void WriteText(int offset, int capacity, string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value, key);
        SessionSlotAccess.WriteText(_region, offset, capacity, key, value);
    }

    /// <summary>Empties a slot.</summary>
    public void Clear(int offset) => _region[offset] = SessionSlotAccess.Absent;

    private void Check<T>(int offset, T value)
        where T : unmanaged => SessionValueRules.Check(Session.SlotAt(offset)?.Key ?? "", value);
}

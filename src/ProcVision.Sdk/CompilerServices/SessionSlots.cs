using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ProcVision.CompilerServices;

/// <summary>
/// The slots of one session; what a session struct reads and writes. Offsets and capacities are those of the layout it was bound with: they were
/// checked then, once, and are not checked again. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct SessionSlots
{
    private readonly byte* _slots;

    internal SessionSlots(byte* slots, Session session)
    {
        _slots = slots;
        Session = session;
    }

    /// <summary>The session whose slots these are: its keyed door.</summary>
    public Session Session { get; }

    /// <summary>Gives an unmanaged value; false, with its default, when the slot is empty or holds null.</summary>
    /// <exception cref="SessionException">The session has ended.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRead<T>(int offset, out T value)
        where T : unmanaged
    {
        var session = Session;
        var tag = session.Tag;
        if (tag != 0)
        {
            // The one writer reads: nobody changes anything meanwhile.
            var slot = _slots + offset;
            var state = *(ulong*)slot;
            if (StateWord.IsValue(state, tag))
            {
                value = Unsafe.ReadUnaligned<T>(slot + RegionFormat.SlotCellsAt + (StateWord.Cell(state) * RegionFormat.Stride(sizeof(T))));
                GC.KeepAlive(session);
                return true;
            }
        }
        else
        {
            ThrowEnded(offset);
        }

        value = default;
        return false;
    }

    /// <summary>Stores an unmanaged value.</summary>
    /// <exception cref="SessionException">It is NaN, infinite, or half a character, or the session has ended; nothing was changed.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write<T>(int offset, in T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(char))
        {
            Check(offset, value);
        }

        var session = Session;
        var tag = session.Tag;
        if (tag == 0)
        {
            ThrowEnded(offset);
        }

        var slot = _slots + offset;
        var state = StateWord.NextValue(*(ulong*)slot, tag);

        // The state that gave the cell up is seen before the cell changes, and the cell before the state that names it.
        Volatile.WriteBarrier();
        Unsafe.WriteUnaligned(slot + RegionFormat.SlotCellsAt + (StateWord.Cell(state) * RegionFormat.Stride(sizeof(T))), value);
        Volatile.Write(ref *(ulong*)slot, state);
        GC.KeepAlive(session);
    }

    /// <summary>Gives a string; false, with an empty string, when the slot is empty or holds null.</summary>
    /// <exception cref="SessionException">The session has ended.</exception>
    public bool TryReadText(int offset, int capacity, out string value)
    {
        var found = TryBytes(offset, capacity, out var bytes);
        value = found ? SessionText.Utf8.GetString(bytes) : "";
        GC.KeepAlive(Session);
        return found;
    }

    /// <summary>Stores a string.</summary>
    /// <exception cref="SessionException">Its UTF-8 form is longer than <paramref name="capacity"/>, or it has half a surrogate pair, or the session has
    /// ended; nothing was changed.</exception>
    public void WriteText(int offset, int capacity, string value)
    {
        var session = Session;
        if (value is null)
        {
            throw new ArgumentNullException(session.KeyAt(offset));
        }

        if (session.Tag == 0)
        {
            ThrowEnded(offset);
        }

        SlotCells.WriteText(_slots + offset, capacity, session.Tag, session.KeyAt(offset), value);
        GC.KeepAlive(session);
    }

    /// <summary>Gives a value of the author's own type; false when the slot is empty or holds null.</summary>
    /// <exception cref="SessionException">What is stored is no value of the type, or the session has ended.</exception>
    public bool TryRead<T>(int offset, int capacity, SessionCodec<T> codec, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        if (!TryBytes(offset, capacity, out var bytes))
        {
            value = default;
            return false;
        }

        value = CodedValue.Decode(Session.KeyAt(offset), bytes, codec);
        GC.KeepAlive(Session);
        return true;
    }

    /// <summary>Stores a value of the author's own type.</summary>
    /// <exception cref="SessionException">It has no stored form, or a longer one than <paramref name="capacity"/>, or the session has ended; nothing was
    /// changed.</exception>
    public void Write<T>(int offset, int capacity, SessionCodec<T> codec, T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        var session = Session;
        if (session.Tag == 0)
        {
            ThrowEnded(offset);
        }

        CodedValue.Write(_slots + offset, capacity, session, session.KeyAt(offset), codec, value);
        GC.KeepAlive(session);
    }

    /// <summary>Empties a slot.</summary>
    /// <exception cref="SessionException">The session has ended.</exception>
    public void Clear(int offset)
    {
        var session = Session;
        if (session.Tag == 0)
        {
            ThrowEnded(offset);
        }

        SlotCells.Put(_slots + offset, session.Tag, StateWord.Empty);
        GC.KeepAlive(session);
    }

    private bool TryBytes(int offset, int capacity, out ReadOnlySpan<byte> bytes)
    {
        var tag = Session.Tag;
        if (tag == 0)
        {
            ThrowEnded(offset);
        }

        return SlotCells.TryBytes(_slots + offset, capacity, tag, out bytes);
    }

    private void Check<T>(int offset, T value)
        where T : unmanaged
    {
        if (!SessionValueRules.IsStorable(value))
        {
            SessionValueRules.Check(Session.KeyAt(offset), value);
        }
    }

    [DoesNotReturn]
    private void ThrowEnded(int offset) => throw SessionErrors.Ended(Session.KeyAt(offset));
}

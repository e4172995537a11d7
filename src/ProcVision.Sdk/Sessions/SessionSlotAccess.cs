using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// The bytes of one slot: a presence byte, seven unused ones, then the value, or for a text its length in four bytes and its UTF-8.
/// </summary>
internal static class SessionSlotAccess
{
    internal const byte Absent = 0;
    internal const byte Present = 1;
    internal const byte Null = 2;

    /// <summary>From the presence byte to the value.</summary>
    internal const int Header = 8;

    internal static bool Exists(ReadOnlySpan<byte> region, SessionSlot slot) => region[slot.Offset] != Absent;

    /// <summary>Whether a slot holds what <typeparamref name="T"/> reads: the same built-in type, or the author's own by name and size.</summary>
    internal static bool Holds<T>(SessionSlot slot)
    {
        var kind = SessionKinds.Of<T>();
        if (slot.Kind == SessionSlotKind.Text)
        {
            return kind == SessionKind.Text;
        }

        return kind == SessionKind.None
            ? !RuntimeHelpers.IsReferenceOrContainsReferences<T>() && Unsafe.SizeOf<T>() == slot.Capacity
                && SessionKinds.ShortName(slot.Type).SequenceEqual(typeof(T).Name)
            : kind == SessionKinds.Of(slot.Type);
    }

    /// <summary>Reads through the keyed door; false when the slot is empty.</summary>
    internal static bool TryGet<T>(ReadOnlySpan<byte> region, SessionSlot slot, out T? value)
    {
        if (!Holds<T>(slot))
        {
            throw SessionErrors.WrongType(slot.Key, slot.Type, SessionKinds.Name<T>());
        }

        value = default;
        switch (region[slot.Offset])
        {
            case Absent:
                return false;
            case Null when TypeNullability<T>.HasNull:
                return true;
            case Null:
                throw SessionErrors.StoredNull(slot.Key, SessionKinds.Name<T>());
        }

        if (slot.Kind == SessionSlotKind.Text)
        {
            var text = ReadText(region, slot.Offset);
            value = Unsafe.As<string, T>(ref text);
        }
        else
        {
            value = SessionBits.Read<T>(in region.Slice(slot.Offset + Header, slot.Capacity)[0]);
        }

        return true;
    }

    /// <summary>Writes through the keyed door.</summary>
    internal static void Set<T>(Span<byte> region, SessionSlot slot, T value)
    {
        if (!Holds<T>(slot))
        {
            throw SessionErrors.WrongType(slot.Key, slot.Type, SessionKinds.Name<T>());
        }

        if (TypeNullability<T>.HasNull && value is null)
        {
            SetNull(region, slot);
        }
        else if (typeof(T) == typeof(string))
        {
            WriteText(region, slot.Offset, slot.Capacity, slot.Key, Unsafe.As<T, string>(ref value));
        }
        else
        {
            SessionValueRules.Check(slot.Key, value);
            _ = SessionBits.Write(ref region.Slice(slot.Offset + Header, slot.Capacity)[0], value);
            region[slot.Offset] = Present;
        }
    }

    /// <summary>Writes a value that was stored before the slots were there.</summary>
    internal static void Move(Span<byte> region, SessionSlot slot, in SessionCell cell)
    {
        if (cell.Kind == SessionKind.Null)
        {
            SetNull(region, slot);
        }
        else if (cell.Kind != (slot.Kind == SessionSlotKind.Text ? SessionKind.Text : SessionKinds.Of(slot.Type)))
        {
            throw SessionErrors.WrongType(slot.Key, SessionKinds.Name(cell.Kind), slot.Type);
        }
        else if (cell.Kind == SessionKind.Text)
        {
            WriteText(region, slot.Offset, slot.Capacity, slot.Key, cell.Text!);
        }
        else
        {
            cell.CopyTo(region.Slice(slot.Offset + Header, slot.Capacity));
            region[slot.Offset] = Present;
        }
    }

    internal static string ReadText(ReadOnlySpan<byte> region, int offset)
    {
        var start = offset + Header;
        return SessionText.Utf8.GetString(region.Slice(start + sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(region[start..])));
    }

    internal static void WriteText(Span<byte> region, int offset, int capacity, string key, string value)
    {
        var needed = SessionText.ByteCount(key, value);
        if (needed > capacity)
        {
            throw SessionErrors.TooLong(key, needed, capacity);
        }

        var start = offset + Header;
        BinaryPrimitives.WriteInt32LittleEndian(region[start..], needed);
        _ = SessionText.Utf8.GetBytes(value, region.Slice(start + sizeof(int), capacity));
        region[offset] = Present;
    }

    private static void SetNull(Span<byte> region, SessionSlot slot) =>
        region[slot.Offset] = slot.Type.EndsWith('?') ? Null : throw SessionErrors.NotNullable(slot.Key, slot.Type);
}

using System.Runtime.CompilerServices;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>One slot as the keyed door sees it: by what its layout says, not by what the caller's code was generated with.</summary>
internal static unsafe class SessionSlotAccess
{
    /// <summary>Whether a slot holds what <typeparamref name="T"/> reads: the same built-in type, or the author's own; made nullable or not.</summary>
    internal static bool Holds<T>(SessionSlot slot)
    {
        var kind = SessionKinds.Of<T>();
        return kind != SessionKind.None ? slot.Value.Kind == kind : CodecOf<T>(slot) is not null;
    }

    /// <summary>Reads through the keyed door; false when the slot is empty.</summary>
    internal static bool TryGet<T>(byte* at, ulong tag, SessionSlot slot, out T? value)
    {
        if (!Holds<T>(slot))
        {
            throw SessionErrors.WrongType(slot.Key, slot.Type, SessionKinds.Name<T>());
        }

        value = default;
        switch (SlotCells.Status(at, tag))
        {
            case StateWord.Empty:
                return false;
            case StateWord.Null when TypeNullability<T>.HasNull:
                return true;
            case StateWord.Null:
                throw SessionErrors.StoredNull(slot.Key, SessionKinds.Name<T>());
        }

        if (slot.Form == SessionSlotForm.Value)
        {
            var cell = SlotCells.Current(at, slot.Stride);
            value = CodecOf<T>(slot) is { } codec
                ? CodedValue.Decode(slot.Key, new ReadOnlySpan<byte>(cell, slot.Capacity), codec)
                : SessionBits.Read<T>(in *cell);
            return true;
        }

        _ = SlotCells.TryBytes(at, slot.Capacity, tag, out var bytes);
        if (typeof(T) == typeof(string) && slot.Form == SessionSlotForm.Text)
        {
            var text = SessionText.Utf8.GetString(bytes);
            value = Unsafe.As<string, T>(ref text);
        }
        else
        {
            value = CodedValue.Decode(slot.Key, bytes, CodecOf<T>(slot)!);
        }

        return true;
    }

    /// <summary>Writes through the keyed door.</summary>
    internal static void Set<T>(byte* at, Session session, SessionSlot slot, T value)
    {
        if (!Holds<T>(slot))
        {
            throw SessionErrors.WrongType(slot.Key, slot.Type, SessionKinds.Name<T>());
        }

        if (TypeNullability<T>.HasNull && value is null)
        {
            SetNull(at, session.Tag, slot);
        }
        else if (slot.Form == SessionSlotForm.Text)
        {
            SlotCells.WriteText(at, slot.Capacity, session.Tag, slot.Key, Unsafe.As<T, string>(ref value));
        }
        else if (CodecOf<T>(slot) is { } codec)
        {
            CodedValue.Write(at, slot, session, codec, value);
        }
        else
        {
            SessionValueRules.Check(slot.Key, value);
            _ = SessionBits.Write(ref *SlotCells.Next(at, slot.Stride, session.Tag), value);
            SlotCells.Publish(at, session.Tag);
        }
    }

    /// <exception cref="SessionException">A keyed value does not fit into the slot that its key now has.</exception>
    internal static void CheckMove(SessionSlot slot, KeyedDirectory directory, int entry)
    {
        var kind = directory.KindOf(entry);
        if (kind == SessionKind.Null)
        {
            if (!slot.IsNullable)
            {
                throw SessionErrors.NotNullable(slot.Key, slot.Type);
            }
        }
        else if (kind == SessionKind.Coded ? !IsSame(slot, directory, entry) : kind != slot.Value.Kind)
        {
            throw SessionErrors.WrongType(slot.Key, RegionDescription.NameOf(directory, entry), slot.Type);
        }
        else if (slot.Form != SessionSlotForm.Value && directory.PayloadOf(entry).Length > slot.Capacity)
        {
            throw SessionErrors.TooLong(slot.Key, directory.PayloadOf(entry).Length, slot.Capacity);
        }
    }

    /// <summary>Copies a keyed value that <see cref="CheckMove"/> let pass.</summary>
    internal static void Move(byte* at, ulong tag, SessionSlot slot, KeyedDirectory directory, int entry)
    {
        if (directory.KindOf(entry) == SessionKind.Null)
        {
            SlotCells.Put(at, tag, StateWord.Null);
        }
        else if (slot.Form == SessionSlotForm.Value)
        {
            var value = directory.KindOf(entry) == SessionKind.Coded
                ? directory.PayloadOf(entry)
                : new ReadOnlySpan<byte>(directory.CellValueOf(entry), slot.Capacity);
            value.CopyTo(new Span<byte>(SlotCells.Next(at, slot.Stride, tag), slot.Capacity));
            SlotCells.Publish(at, tag);
        }
        else
        {
            SlotCells.WriteBytes(at, slot.Capacity, tag, slot.Key, directory.PayloadOf(entry));
        }
    }

    private static SessionCodec<T>? CodecOf<T>(SessionSlot slot) => slot.Codec as SessionCodec<T> ?? slot.Codec?.NullableForm as SessionCodec<T>;

    private static bool IsSame(SessionSlot slot, KeyedDirectory directory, int entry) =>
        directory.DescriptionOf(entry).SequenceEqual(RegionSchemaWriter.Describe(slot.Value))
        && (slot.Form != SessionSlotForm.Value || directory.PayloadOf(entry).Length == slot.Capacity)
        && directory.IsValid(entry, slot.Value);

    private static void SetNull(byte* at, ulong tag, SessionSlot slot)
    {
        if (!slot.IsNullable)
        {
            throw SessionErrors.NotNullable(slot.Key, slot.Type);
        }

        SlotCells.Put(at, tag, StateWord.Null);
    }
}

using System.Buffers;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>Values that a codec makes bytes of, and values of bytes.</summary>
internal static unsafe class CodedValue
{
    /// <summary>Reads a value whose bytes lie in the region.</summary>
    /// <exception cref="SessionException">They are no value of the type.</exception>
    internal static T Decode<T>(string key, ReadOnlySpan<byte> stored, SessionCodec<T> codec)
    {
        if (codec.Type.Form != SessionTypeForm.Json)
        {
            return codec.Decode(key, stored);
        }

        // The author's constructors and setters run, and may store into this very session: they must not change what is being read.
        var copy = ArrayPool<byte>.Shared.Rent(stored.Length);
        try
        {
            stored.CopyTo(copy);
            return codec.Decode(key, copy.AsSpan(0, stored.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    /// <summary>Writes a value into a slot of whatever form.</summary>
    /// <exception cref="SessionException">It has no stored form or a longer one than the capacity; nothing was changed.</exception>
    internal static void Write<T>(byte* at, SessionSlot slot, Session session, SessionCodec<T> codec, in T value)
    {
        if (slot.Form != SessionSlotForm.Value)
        {
            Write(at, slot.Capacity, session, slot.Key, codec, value);
            return;
        }

        var scratch = SessionScratch.Rent();
        try
        {
            var bytes = codec.Encode(slot.Key, in value, scratch);
            bytes.CopyTo(new Span<byte>(SlotCells.Next(at, slot.Stride, session.Tag), slot.Capacity));
            SlotCells.Publish(at, session.Tag);
        }
        finally
        {
            scratch.Return();
        }
    }

    /// <summary>Writes a value into a slot with lengths.</summary>
    /// <exception cref="SessionException">It has no stored form or a longer one than the capacity; nothing was changed.</exception>
    internal static void Write<T>(byte* slot, int capacity, Session session, string key, SessionCodec<T> codec, in T value)
    {
        var scratch = SessionScratch.Rent();
        try
        {
            // The author's getters run here; only after that is the slot looked at, if it still is this session's.
            var bytes = codec.Encode(key, in value, scratch);
            if (session.Tag == 0)
            {
                throw SessionErrors.Ended(key);
            }

            SlotCells.WriteBytes(slot, capacity, session.Tag, key, bytes);
        }
        finally
        {
            scratch.Return();
        }
    }
}

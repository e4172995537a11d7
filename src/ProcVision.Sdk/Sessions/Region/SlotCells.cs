using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>The state and the two cells of one slot, as the one writer sees them.</summary>
internal static unsafe class SlotCells
{
    /// <summary>What a slot holds as of a generation: empty, null, or a value in one of the cells.</summary>
    internal static ulong Status(byte* slot, ulong tag) => StateWord.Status(*(ulong*)slot, tag);

    /// <summary>Makes a slot empty or null.</summary>
    internal static void Put(byte* slot, ulong tag, ulong status) =>
        Volatile.Write(ref *(ulong*)slot, StateWord.Next(*(ulong*)slot, tag, status));

    /// <summary>The cell that holds the value; there is one.</summary>
    internal static byte* Current(byte* slot, int stride) => slot + RegionFormat.SlotCellsAt + (StateWord.Cell(*(ulong*)slot) * stride);

    /// <summary>The cell to write the next value into. <see cref="Publish"/> makes it the value.</summary>
    internal static byte* Next(byte* slot, int stride, ulong tag)
    {
        Volatile.WriteBarrier();
        return slot + RegionFormat.SlotCellsAt + (StateWord.Cell(StateWord.NextValue(*(ulong*)slot, tag)) * stride);
    }

    /// <summary>From here on the value is the one in the cell that <see cref="Next"/> gave.</summary>
    internal static void Publish(byte* slot, ulong tag) => Volatile.Write(ref *(ulong*)slot, StateWord.NextValue(*(ulong*)slot, tag));

    /// <summary>Gives the bytes of a text or coded value in place.</summary>
    internal static bool TryBytes(byte* slot, int capacity, ulong tag, out ReadOnlySpan<byte> bytes)
    {
        if (!StateWord.IsValue(*(ulong*)slot, tag))
        {
            bytes = default;
            return false;
        }

        var cell = Current(slot, RegionFormat.Stride(RegionFormat.CellLength + capacity));

        // It was checked when the region was attached, and only this process writes; but a length is never taken on trust.
        var length = (int)Math.Min(Unsafe.ReadUnaligned<uint>(cell), (uint)capacity);
        bytes = new ReadOnlySpan<byte>(cell + RegionFormat.CellLength, length);
        return true;
    }

    /// <summary>Stores a coded value.</summary>
    /// <exception cref="SessionException">It is longer than the capacity; nothing was changed.</exception>
    internal static void WriteBytes(byte* slot, int capacity, ulong tag, string key, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > capacity)
        {
            throw SessionErrors.TooLong(key, bytes.Length, capacity);
        }

        var cell = Next(slot, RegionFormat.Stride(RegionFormat.CellLength + capacity), tag);
        Unsafe.WriteUnaligned(cell, bytes.Length);
        bytes.CopyTo(new Span<byte>(cell + RegionFormat.CellLength, capacity));
        Publish(slot, tag);
    }

    /// <summary>Stores a text.</summary>
    /// <exception cref="SessionException">It is longer than the capacity or has half a surrogate pair; nothing was changed.</exception>
    internal static void WriteText(byte* slot, int capacity, ulong tag, string key, string text)
    {
        var needed = SessionText.ByteCount(key, text);
        if (needed > capacity)
        {
            throw SessionErrors.TooLong(key, needed, capacity);
        }

        var cell = Next(slot, RegionFormat.Stride(RegionFormat.CellLength + capacity), tag);
        Unsafe.WriteUnaligned(cell, needed);
        _ = SessionText.Utf8.GetBytes(text, new Span<byte>(cell + RegionFormat.CellLength, capacity));
        Publish(slot, tag);
    }
}

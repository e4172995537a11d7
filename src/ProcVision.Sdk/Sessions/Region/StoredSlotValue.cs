using System.Runtime.CompilerServices;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>What another process has left in a slot.</summary>
internal static unsafe class StoredSlotValue
{
    /// <summary>Whether a slot is empty, or holds what its property can.</summary>
    internal static bool IsValid(byte* at, ulong tag, SessionSlot slot) => SlotCells.Status(at, tag) switch
    {
        StateWord.Empty => true,
        StateWord.Null => slot.IsNullable,
        _ => TryBytes(SlotCells.Current(at, slot.Stride), slot.Form != SessionSlotForm.Value, slot.Capacity, out var bytes)
            && StoredValidity.IsValid(slot.Value, bytes),
    };

    /// <summary>Gives the bytes of a cell; false when its length is none.</summary>
    internal static bool TryBytes(byte* cell, bool hasLength, int capacity, out ReadOnlySpan<byte> bytes)
    {
        var length = hasLength ? Unsafe.ReadUnaligned<uint>(cell) : (uint)capacity;
        var isLength = length <= (uint)capacity;
        bytes = isLength ? new ReadOnlySpan<byte>(cell + (hasLength ? RegionFormat.CellLength : 0), (int)length) : default;
        return isLength;
    }
}

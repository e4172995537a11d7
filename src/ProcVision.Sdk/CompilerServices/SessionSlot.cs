using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>One typed property of a session struct: a state of eight bytes and two cells of the same size. For generated code.</summary>
/// <param name="Key">The property's name: the same value is reached through the keyed door.</param>
/// <param name="Type">The C# type as written in messages, as <c>Rect?</c>.</param>
/// <param name="Form">How the bytes of a cell are read.</param>
/// <param name="Offset">Of the slot from the first one, a multiple of 8. The state is at Offset, cell 0 at Offset + 8.</param>
/// <param name="Capacity">Bytes for the value; for a text or coded one, without the four-byte length in front of it.</param>
/// <param name="Value">What lies in a cell, for whoever reads the region without the author's types.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SessionSlot(string Key, string Type, SessionSlotForm Form, int Offset, int Capacity, SessionType Value)
{
    /// <summary>How the keyed door reads and writes an author's own type; null for a built-in one.</summary>
    public SessionCodec? Codec { get; init; }

    /// <summary>Bytes from one cell to the other.</summary>
    internal int Stride => RegionFormat.Stride(Form == SessionSlotForm.Value ? Capacity : RegionFormat.CellLength + Capacity);

    /// <summary>Bytes of the slot.</summary>
    internal int Size => RegionFormat.SlotCellsAt + (2 * Stride);

    /// <summary>Whether a null can be stored.</summary>
    internal bool IsNullable => Type.EndsWith('?');
}

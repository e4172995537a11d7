using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>One typed property of a session struct. For generated code.</summary>
/// <param name="Key">The property's name: the same value is reached through the keyed door.</param>
/// <param name="Type">The C# type as written in messages, as <c>Rect?</c>.</param>
/// <param name="Kind">How the bytes are read by the keyed door.</param>
/// <param name="Offset">Of the slot in the region: a presence byte at Offset (0 empty, 1 a value, 2 null), the value at Offset + 8.</param>
/// <param name="Capacity">Bytes for the value; for a string, of its UTF-8 form without the four-byte length in front of it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record SessionSlot(string Key, string Type, SessionSlotKind Kind, int Offset, int Capacity)
{
    /// <summary>Writes a value of the author's own type as JSON; null for a built-in one, which needs none.</summary>
    public SessionValueWriter? Json { get; init; }
}

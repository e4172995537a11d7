using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>How the bytes of a slot's cell are to be read. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum SessionSlotForm
{
    /// <summary>An unmanaged value as it lies in memory.</summary>
    Value,

    /// <summary>A four-byte length and UTF-8.</summary>
    Text,

    /// <summary>A four-byte length and what the slot's codec makes of a value.</summary>
    Coded,
}

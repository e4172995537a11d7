using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>How the bytes of a slot are to be read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum SessionSlotKind
{
    /// <summary>An unmanaged value as it lies in memory.</summary>
    Value,

    /// <summary>A four-byte length and UTF-8.</summary>
    Text,
}

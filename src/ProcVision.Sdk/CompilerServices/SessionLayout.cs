using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>The slots of a typed session. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionLayout(string name, int size, SessionSlot[] slots)
{
    /// <summary>The session struct's name.</summary>
    public string Name { get; } = name;

    /// <summary>Bytes of all slots.</summary>
    public int Size { get; } = size;

    /// <summary>The slots, by offset.</summary>
    public IReadOnlyList<SessionSlot> Slots { get; } = slots;
}

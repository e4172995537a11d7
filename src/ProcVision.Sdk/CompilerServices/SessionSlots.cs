using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>The slots of one session as bytes; what a session struct reads and writes. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct SessionSlots
{
    private readonly Span<byte> _region;

    internal SessionSlots(Span<byte> region) => _region = region;

    /// <summary>Gives an unmanaged value; false when the slot is empty.</summary>
    public bool TryRead<T>(int offset, out T value)
        where T : unmanaged => throw new NotImplementedException(_region.Length.ToString(null, null));

    /// <summary>Stores an unmanaged value.</summary>
    public void Write<T>(int offset, in T value)
        where T : unmanaged => throw new NotImplementedException();

    /// <summary>Gives a string; false when the slot is empty.</summary>
    public bool TryReadText(int offset, out string value) => throw new NotImplementedException();

    /// <summary>Stores a string.</summary>
    /// <exception cref="SessionException">Its UTF-8 form is longer than <paramref name="capacity"/>; nothing was changed.</exception>
    public void WriteText(int offset, int capacity, string key, string value) => throw new NotImplementedException();

    /// <summary>Empties a slot.</summary>
    public void Clear(int offset) => throw new NotImplementedException();
}

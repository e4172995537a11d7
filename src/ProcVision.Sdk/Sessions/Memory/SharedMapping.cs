namespace ProcVision;

/// <summary>What the operating system has for memory under a name; the one type that differs.</summary>
internal abstract unsafe class SharedMapping
{
    /// <summary>The first byte, at the beginning of a page.</summary>
    internal abstract byte* Start { get; }

    /// <summary>Bytes.</summary>
    internal abstract int Size { get; }

    /// <summary>Takes the name away, if this process made the region, so that nobody can open it any more; who has it open keeps it.</summary>
    internal abstract void Unlink();

    /// <summary>Takes the memory out of this process.</summary>
    internal abstract void Release();
}

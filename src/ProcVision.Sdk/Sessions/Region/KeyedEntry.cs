namespace ProcVision;

/// <summary>What the writer knows of one directory entry, so that it need not ask the region.</summary>
internal struct KeyedEntry
{
    /// <summary>Where the entry is.</summary>
    internal int At;

    /// <summary>Where the key is; 0 for a free entry.</summary>
    internal int Key;

    /// <summary>Bytes of the key.</summary>
    internal int KeyLength;

    internal SessionKind Kind;

    /// <summary>Where the block of a text or coded value is; 0 for a value in the cell.</summary>
    internal int Block;

    internal int BlockLength;

    /// <summary>Where in the block of a coded value its payload begins.</summary>
    internal int Payload;

    /// <summary>Whether another process stored the coded value, and nobody has asked yet whether it is one.</summary>
    internal bool IsForeign;
}

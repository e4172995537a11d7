namespace ProcVision.Soak.Planted;

/// <summary>A slot of the region, written right or with a mistake.</summary>
/// <param name="start">Of the slot: the state, then two cells.</param>
/// <param name="capacity">Bytes of a value.</param>
/// <param name="hasLength">Whether a cell begins with the value's length.</param>
internal sealed unsafe class PlantedSlot(byte* start, int capacity, bool hasLength)
{
    private const int GenerationShift = 40;
    private const ulong Step = 4;
    private const ulong HasValue = 2;

    private readonly int _stride = (capacity + (hasLength ? 4 : 0) + 7) & ~7;

    internal void Write(Plant plant, uint generation, ReadOnlySpan<byte> bytes)
    {
        ref var state = ref *(ulong*)start;
        var old = state;
        var next = ((ulong)generation << GenerationShift) | ((old + Step) & ((1UL << GenerationShift) - Step));
        var free = 1 - (int)(old & 1);
        switch (plant)
        {
            case Plant.PublishFirst:
                Volatile.Write(ref state, next | HasValue | (uint)free);
                Copy(bytes, free);
                break;
            case Plant.OneCell:
                Copy(bytes, 0);
                Volatile.Write(ref state, next | HasValue);
                break;
            case Plant.EmptyWhileWriting:
                Volatile.Write(ref state, next);
                Copy(bytes, 0);
                Volatile.Write(ref state, next | HasValue);
                break;
            default:
                Volatile.WriteBarrier();
                Copy(bytes, free);
                Volatile.Write(ref state, next | HasValue | (uint)free);
                break;
        }
    }

    private void Copy(ReadOnlySpan<byte> bytes, int cell)
    {
        var to = start + sizeof(ulong) + (cell * _stride);
        if (hasLength)
        {
            *(int*)to = bytes.Length;
            to += sizeof(int);
        }

        // Byte by byte: a copy in one piece is over too soon to be met by many kills.
        for (var i = 0; i < bytes.Length; i++)
        {
            Volatile.Write(ref to[i], bytes[i]);
        }
    }
}

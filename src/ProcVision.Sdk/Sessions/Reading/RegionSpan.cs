namespace ProcVision;

/// <summary>Bytes of the body that something takes.</summary>
/// <param name="Start">The first one.</param>
/// <param name="Length">How many.</param>
/// <param name="Owner">The value; null for the layout block or a chunk.</param>
internal readonly record struct RegionSpan(long Start, long Length, ReadValue? Owner)
{
    internal long End => Start + Length;
}

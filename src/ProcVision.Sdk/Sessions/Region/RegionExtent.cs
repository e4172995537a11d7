namespace ProcVision;

/// <summary>Some bytes of the body.</summary>
/// <param name="Offset">Where they begin.</param>
/// <param name="Length">How many there are, rounded up to whole blocks.</param>
internal readonly record struct RegionExtent(int Offset, int Length)
{
    /// <summary>One behind the last byte.</summary>
    internal int End => Offset + Length;
}

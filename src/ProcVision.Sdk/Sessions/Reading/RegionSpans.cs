namespace ProcVision;

/// <summary>Which bytes of the body are taken, and by what: nothing may take what something else has.</summary>
internal sealed class RegionSpans(RegionLook look)
{
    private readonly List<RegionSpan> _spans = [];
    private long _copied;

    /// <summary>Bytes taken, each rounded up to whole blocks.</summary>
    internal long Total => _spans.Sum(span => RegionFormat.BlockSize(span.Length));

    /// <exception cref="RegionFault">More is taken than there is, many times over: what else is copied out would have no end.</exception>
    internal void Add(long start, long length, ReadValue? owner)
    {
        // Not just once: a writer that goes on can take a block again that was copied out before.
        _copied += length;
        if (_copied > 4L * look.View.Size)
        {
            throw new RegionFault("各值的总长度超过区域的大小");
        }

        if (length > 0)
        {
            _spans.Add(new RegionSpan(start, length, owner));
        }
    }

    /// <summary>
    /// The values that share bytes with something else: nobody can say whose they are. One that has changed meanwhile may have given its bytes up before
    /// another took them.
    /// </summary>
    internal HashSet<ReadValue> Shared()
    {
        var shared = new HashSet<ReadValue>(ReferenceEqualityComparer.Instance);
        RegionSpan? furthest = null;
        foreach (var span in _spans.OrderBy(span => span.Start))
        {
            if (furthest is { } before && span.Start < before.End && !ReferenceEquals(span.Owner, before.Owner) && IsStill(span) && IsStill(before))
            {
                Add(shared, span.Owner);
                Add(shared, before.Owner);
            }

            furthest = furthest is { } other && other.End >= span.End ? other : span;
        }

        return shared;
    }

    private static void Add(HashSet<ReadValue> shared, ReadValue? owner)
    {
        if (owner is not null)
        {
            _ = shared.Add(owner);
        }
    }

    private bool IsStill(RegionSpan span) => span.Owner is not { } value || look.IsStill(value.StateOffset, value.State);
}

namespace ProcVision;

/// <summary>
/// One look at a region, of one detection and one layout. What is copied out counts only when afterwards the detection, the layout and the value's
/// own state are still what they were; a writer that goes on is waited for, but not forever.
/// </summary>
internal sealed class RegionLook(RegionView view, ulong generationWord, ulong root)
{
    /// <summary>How often a value is tried that its writer keeps changing.</summary>
    internal const int Tries = 1000;

    private long _hashAt;
    private ulong _hash;

    internal RegionView View => view;

    internal uint Generation { get; } = (uint)generationWord & RegionFormat.GenerationMask;

    /// <summary>Whether the detection went on when the look began. One that begins meanwhile may have had no identity yet when that was read.</summary>
    internal bool IsOpen { get; } = (generationWord & RegionFormat.OpenBit) != 0;

    internal ulong Root => root;

    /// <summary>
    /// From now on the look lasts only while the layout has this hash: the root alone does not tell, because another layout of the same length may come to
    /// the place of one without values.
    /// </summary>
    internal ulong Watch(long hashAt)
    {
        _hash = view.Word(hashAt);
        _hashAt = hashAt;
        return _hash;
    }

    /// <summary>Reads one value.</summary>
    /// <param name="stateOffset">Where its state word is.</param>
    /// <param name="copy">Copies out what a state names; what it throws counts only when the state has not changed meanwhile.</param>
    /// <exception cref="RegionFault">The value is wrong, or never stood still.</exception>
    /// <exception cref="RegionMovedOn">The look is over.</exception>
    internal T Whole<T>(long stateOffset, Func<ulong, T> copy)
    {
        var wait = new SpinWait();
        for (var i = 0; i < Tries; i++)
        {
            var state = view.Word(stateOffset);
            try
            {
                var value = copy(state);
                if (IsStill(stateOffset, state))
                {
                    return value;
                }
            }
            catch (RegionFault)
            {
                // While it was changing it was no fault.
                if (IsStill(stateOffset, state))
                {
                    throw;
                }
            }

            wait.SpinOnce(sleep1Threshold: -1);
        }

        throw new RegionFault($"写入方一直在更改它，{Tries} 次都未读到完整的值");
    }

    /// <summary>Reads what does not change while a look lasts.</summary>
    /// <exception cref="RegionFault">It is wrong.</exception>
    /// <exception cref="RegionMovedOn">The look is over.</exception>
    internal T Steady<T>(Func<T> read)
    {
        try
        {
            var value = read();
            RequireCurrent();
            return value;
        }
        catch (RegionFault)
        {
            RequireCurrent();
            throw;
        }
    }

    /// <summary>Whether a state word is what it was when something was copied, and the look is not over.</summary>
    /// <exception cref="RegionMovedOn">It is.</exception>
    internal bool IsStill(long stateOffset, ulong state)
    {
        RequireCurrent();
        return view.Word(stateOffset) == state;
    }

    /// <summary>To be asked after copying and before using.</summary>
    /// <exception cref="RegionMovedOn">The region is at another detection or has another layout.</exception>
    internal void RequireCurrent()
    {
        Volatile.ReadBarrier();
        if (((uint)view.Word(RegionFormat.GenerationAt) & RegionFormat.GenerationMask) != Generation || view.Word(RegionFormat.RootAt) != root
            || (_hashAt != 0 && view.Word(_hashAt) != _hash))
        {
            throw new RegionMovedOn();
        }
    }
}

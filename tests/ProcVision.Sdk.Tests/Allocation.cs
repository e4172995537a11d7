namespace ProcVision.Sdk.Tests;

/// <summary>Counts what a warm path allocates.</summary>
internal static class Allocation
{
    /// <summary>
    /// The fewest bytes that a thousand runs allocated. Several thousands, because the JIT replaces code while it runs, and the code on its way to the
    /// optimized one boxes; what the code itself allocates, it allocates every time.
    /// </summary>
    internal static long OfThousand(Action run) => Of(1000, run);

    /// <summary>The same with another number of runs.</summary>
    internal static long Of(int times, Action run)
    {
        var least = long.MaxValue;
        for (var round = 0; round < 50 && least > 0; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < times; i++)
            {
                run();
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}

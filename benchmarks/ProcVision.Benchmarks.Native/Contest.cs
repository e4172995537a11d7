using System.Diagnostics;
using System.Globalization;

namespace ProcVision.Benchmarks.Native;

/// <summary>
/// Measures candidates turn by turn in short batches, so that whatever else the machine does meets all of them alike. The lowest tenth is what
/// the code costs; the median is what this machine gave.
/// </summary>
internal static class Contest
{
    private const int Batches = 2_000;
    private const int CallsPerBatch = 100;

    internal static void Run(string title, params ReadOnlySpan<(string Name, Func<int> Call)> candidates)
    {
        var times = new double[candidates.Length][];
        var bytes = new long[candidates.Length];
        for (var i = 0; i < candidates.Length; i++)
        {
            times[i] = new double[Batches];
            _ = Batch(candidates[i].Call, 10_000);
        }

        for (var batch = 0; batch < Batches; batch++)
        {
            for (var i = 0; i < candidates.Length; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                times[i][batch] = Batch(candidates[i].Call, CallsPerBatch);
                bytes[i] += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        Console.WriteLine(title);
        foreach (var time in times)
        {
            Array.Sort(time);
        }

        for (var i = 0; i < candidates.Length; i++)
        {
            var (low, median) = (times[i][Batches / 10], times[i][Batches / 2]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {candidates[i].Name,-36} {low,8:F0} ns  median {median,8:F0} ns  ratio {low / times[0][Batches / 10],5:F2}  {bytes[i] / (double)(Batches * CallsPerBatch),7:F0} B"));
        }
    }

    private static double Batch(Func<int> call, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls; i++)
        {
            if (call() <= 0)
            {
                throw new InvalidOperationException("A call gave no answer.");
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }
}

using System.Diagnostics;
using System.Globalization;
using ProcVision.Benchmarks.Sessions;

namespace ProcVision.Benchmarks.Native;

/// <summary>
/// Measures the contenders of each row turn by turn, as <see cref="Contest"/> does, in loops without a call in between: what is measured may be a
/// fraction of a nanosecond.
/// </summary>
internal static class SessionContest
{
    /// <summary>About as long as a batch takes, so that rows of a nanosecond and of a millisecond are measured equally well.</summary>
    private static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(0.5);

    private const int Batches = 300;

    internal static void Run()
    {
        Console.WriteLine($"{"ns, lowest tenth (bytes)",-26}{"floor",18}{"dictionary + JSON",22}{"MemoryPack",20}{"session",20}");
        foreach (var row in SessionRows.All())
        {
            Run(row);
        }
    }

    private static void Run(SessionRow row)
    {
        Action<int>[] contenders = [row.Floor, row.Original, row.Packed, row.Ours];
        var calls = Array.ConvertAll(contenders, CallsPerBatch);
        var times = Array.ConvertAll(contenders, static _ => new double[Batches]);
        var bytes = new double[contenders.Length];
        for (var batch = 0; batch < Batches; batch++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                times[i][batch] = Batch(contenders[i], calls[i]);
                bytes[i] = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)calls[i];
            }
        }

        var cells = new string[contenders.Length];
        for (var i = 0; i < contenders.Length; i++)
        {
            Array.Sort(times[i]);
            cells[i] = string.Create(CultureInfo.InvariantCulture, $"{times[i][Batches / 10]:0.00} ({bytes[i]:0} B)");
        }

        Console.WriteLine($"{row.Name,-26}{cells[0],18}{cells[1],22}{cells[2],20}{cells[3],20}");
    }

    private static int CallsPerBatch(Action<int> contender)
    {
        // Warm before it is timed.
        contender(2);
        var calls = 2;
        while (Batch(contender, calls) * calls < BatchTime.TotalNanoseconds)
        {
            calls *= 2;
        }

        return calls;
    }

    private static double Batch(Action<int> contender, int calls)
    {
        var start = Stopwatch.GetTimestamp();
        contender(calls);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
    }
}

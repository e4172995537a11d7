using System.Diagnostics;
using ProcVision.Runner;

namespace ProcVision.SupervisionCost;

/// <summary>From SIGKILL of an idle algorithm: until the Runner knows, and until the next one serves.</summary>
internal static class Recovery
{
    private const int Kills = 100;

    public static async Task MeasureAsync(string noOp)
    {
        using var rig = new Rig(noOp);
        await using var supervised = rig.Supervise(new() { BreakerCrashes = int.MaxValue, Restarts = int.MaxValue, Backoff = [TimeSpan.Zero] });
        long seen = 0, serving = 0;
        using var serves = new SemaphoreSlim(0);
        supervised.Changed += change =>
        {
            if (change.From is AlgorithmState.Running && change.To is AlgorithmState.Waiting)
                seen = Stopwatch.GetTimestamp();
            if (change.From is AlgorithmState.Starting && change.To is AlgorithmState.Running)
            {
                serving = Stopwatch.GetTimestamp();
                serves.Release();
            }
        };
        await supervised.StartAsync();
        await serves.WaitAsync();
        List<double> deaths = [], recoveries = [];
        for (int i = -3; i < Kills; i++)
        {
            using var process = Process.GetProcessById(supervised.ProcessId!.Value);
            long began = Stopwatch.GetTimestamp();
            process.Kill();
            await serves.WaitAsync();
            if (i < 0)
                continue;
            deaths.Add(Stopwatch.GetElapsedTime(began, seen).TotalMilliseconds);
            recoveries.Add(Stopwatch.GetElapsedTime(began, serving).TotalMilliseconds);
        }

        Console.WriteLine($"SIGKILL → reaped and told             {Rig.Median(deaths),7:0.0} ms");
        Console.WriteLine($"SIGKILL → serving again               {Rig.Median(recoveries),7:0.0} ms");
    }
}

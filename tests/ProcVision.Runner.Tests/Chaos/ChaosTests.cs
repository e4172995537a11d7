using System.Diagnostics;
using System.Globalization;

namespace ProcVision.Runner.Tests.Chaos;

/// <summary>
/// Four supervised processes that do everything a process can do wrong, and are killed at random instants on top of it. 300 detections; by hand more:
/// <c>PROCVISION_CHAOS_DETECTIONS=2000</c>, and <c>PROCVISION_CHAOS_SEED</c> for the same misdeeds again.
/// </summary>
[CollectionDefinition(nameof(ChaosTests), DisableParallelization = true)]
[Collection(nameof(ChaosTests))]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Processes = 4;

    /// <summary>Memory is looked at from here on: before, the just-in-time compiler is what grows.</summary>
    private const int WarmUp = 60;

    /// <summary>Memory is told every so many: what leaks grows with every one, what an allocator keeps does not.</summary>
    private const int Sample = 250;

    private static readonly int Detections = Number("PROCVISION_CHAOS_DETECTIONS", 300);

    [Fact]
    public async Task Every_detection_ends_with_one_result_right_or_a_documented_error_and_nothing_is_left()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("chaos.py needs /dev/shm and POSIX signals");
        int seed = Number("PROCVISION_CHAOS_SEED", Random.Shared.Next());
        output.WriteLine($"PROCVISION_CHAOS_SEED={seed} PROCVISION_CHAOS_DETECTIONS={Detections}");

        long before = 0;
        ChaosRun run;
        await using (run = new ChaosRun(seed, Processes))
        {
            await run.DetectAsync(0, WarmUp, TestContext.Current.CancellationToken);
            before = ResidentBytes();
            long heap = GC.GetGCMemoryInfo().TotalCommittedBytes;
            for (int from = WarmUp; from < Detections; from += Sample)
            {
                await run.DetectAsync(from, Math.Min(from + Sample, Detections), TestContext.Current.CancellationToken);
                output.WriteLine($"after {Math.Min(from + Sample, Detections)} detections: {MiB(ResidentBytes() - before)} resident, {MiB(GC.GetGCMemoryInfo().TotalCommittedBytes - heap)} of them the managed heap");
            }
        }

        long grown = ResidentBytes() - before;
        output.WriteLine($"{run.Tally}; resident memory {MiB(grown)}");
        Assert.Equal(Detections, run.Results.Count);
        Assert.Empty(run.Results.Values.Where(static result => result.Wrong is not null).Select(static result => result.Wrong));
        Assert.True(run.Results.Values.Any(static result => result.Code is null && result.Attempts > 1), "no retry has ever helped");
        Assert.True(run.Results.Values.Any(static result => result.Code == "1005"), "nothing has ever failed");
        run.AssertNothingIsLeft();
        Assert.True(grown < 5 * 1024 * 1024, $"resident memory has grown by {grown} bytes");
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    private static string MiB(long bytes) => (bytes / 1024.0 / 1024.0).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture) + " MiB";

    private static long ResidentBytes()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }
}

using System.Diagnostics;

namespace ProcVision.Sdk.Tests.Hosting;

public class CostTests
{
    [Theory] // DESIGN §11
    [InlineData(false)]
    [InlineData(true)]
    public void A_warm_call_allocates_nothing_with_and_without_a_shared_region(bool hasRegion)
    {
        using var shared = hasRegion ? new Sessions.Memory.OwnedRegion("s1") : null;
        var region = shared?.Json ?? "";
        using var algorithm = HostedAlgorithm.Ready(("TEST_QUIET", "1"), ("DOTNET_TieredCompilation", "0")); // code on its way to the optimized one boxes
        Call(algorithm, 200, region);
        _ = Allocated(algorithm);
        var before = Allocated(algorithm);
        var between = Allocated(algorithm);
        Call(algorithm, 200, region);
        var after = Allocated(algorithm);

        // What the measuring call itself allocates comes off.
        Assert.InRange(after - between - (between - before), 0, 199);
    }

    [Fact] // DESIGN §7: nothing polls in an idle process
    public async Task No_thread_of_ours_wakes_up_while_nothing_happens()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "counts of context switches are read from /proc");
        using var algorithm = HostedAlgorithm.Ready();
        Call(algorithm, 20);

        var clock = Stopwatch.StartNew();
        var seen = Switches(algorithm.Id);
        while (clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            var now = Switches(algorithm.Id);
            if (now == seen)
            {
                return;
            }

            seen = now;
        }

        Assert.Fail($"threads still wake up 60 s after the last call: {seen}");
    }

    private static void Call(HostedAlgorithm algorithm, int times, string region = "")
    {
        // Without a text parameter, which would be a string.
        var call = HostedAlgorithm.CallFrame("ok", 0, "1", region: region).Replace("\"do\":\"ok\",", "", StringComparison.Ordinal);
        for (var i = 0; i < times; i++)
        {
            algorithm.Send(call);
            algorithm.Read().IsResult("1");
        }
    }

    private static long Allocated(HostedAlgorithm algorithm)
    {
        algorithm.Call("allocated");
        return algorithm.Read().Data("debug").GetProperty("allocated").GetInt64();
    }

    /// <summary>How often each thread of ours has gone to sleep: the lookout and the one that watches the host.</summary>
    private static string Switches(int process)
    {
        var threads = Directory.GetDirectories($"/proc/{process}/task").Where(task => File.ReadAllText(task + "/comm").StartsWith("procvision ", StringComparison.Ordinal));
        var switches = threads.Select(thread => File.ReadLines(thread + "/status").Single(line => line.StartsWith("voluntary_ctxt_switches", StringComparison.Ordinal)));
        return string.Join(' ', switches.Order(StringComparer.Ordinal));
    }
}

using System.Globalization;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>Reading goes from thread to thread and back at every moment there is: nothing may be lost, doubled or mixed (DESIGN §7, C44).</summary>
public class TakeOverTests(ITestOutputHelper output)
{
    private const int Requests = 4000;

    [Fact]
    public async Task Every_request_is_answered_exactly_once_whenever_it_comes()
    {
        var seed = Environment.GetEnvironmentVariable("PROCVISION_TEST_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Environment.TickCount;
        output.WriteLine($"PROCVISION_TEST_SEED={seed}");
        var random = new Random(seed);
        using var algorithm = HostedAlgorithm.Ready(("PROC_LOG_LEVEL", "error"));

        var expected = new HashSet<string>();
        var counts = new Dictionary<string, int> { ["result"] = 0, ["busy"] = 0, ["pong"] = 0, ["error"] = 0 };
        var reading = Task.Factory.StartNew(
            () => ReadAll(algorithm, expected, counts), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        for (var i = 0; i < Requests && !reading.IsFaulted;)
        {
            // Up to five frames in one write: what is behind a call in the same read must move to the other thread with it.
            var together = new string[Math.Min(random.Next(1, 6), Requests - i)];
            for (var j = 0; j < together.Length; j++, i++)
            {
                together[j] = Next(random, i, expected);
            }

            algorithm.SendTogether(together);
            Wait(random, expected);
        }

        await reading;
        algorithm.Call("ok", id: "last");
        algorithm.Read().IsResult("last");
        algorithm.CloseInput();
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(0, algorithm.WaitForExit());
        output.WriteLine(string.Join(", ", counts));
        Assert.All(counts.Values, count => Assert.NotEqual(0, count));
    }

    private static string Next(Random random, int i, HashSet<string> expected)
    {
        var kind = random.Next(100);
        lock (expected)
        {
            expected.Add($"{(kind < 60 ? 'c' : kind < 90 ? 'p' : 'x')}{i}");
        }

        // Mostly around the moment at which the lookout takes over, 4 to 8 ms.
        var ms = random.Next(10) switch { 0 => random.Next(20), < 3 => random.Next(3, 10), _ => 0 };
        return kind switch
        {
            < 60 => HostedAlgorithm.CallFrame(ms == 0 ? "ok" : "wait", ms, $"c{i}"),
            < 90 => $$"""{"type":"ping","request_id":"p{{i}}"}""",
            _ => $$"""{"type":"dance","request_id":"x{{i}}"}""",
        };
    }

    private static void Wait(Random random, HashSet<string> expected)
    {
        if (random.Next(10) < 7)
        {
            // A Runner that waits for its answers, and at once has the next call.
            lock (expected)
            {
                while (expected.Count > 0 && Monitor.Wait(expected, 60_000))
                {
                }
            }
        }

        switch (random.Next(50))
        {
            case 0:
                // Long enough for the lookout to fall asleep.
                Thread.Sleep(random.Next(100, 160));
                break;
            case < 10:
                Thread.Sleep(random.Next(12));
                break;
            case < 25:
                Thread.SpinWait(random.Next(20_000));
                break;
            default:
                break;
        }
    }

    private static void ReadAll(HostedAlgorithm algorithm, HashSet<string> expected, Dictionary<string, int> counts)
    {
        for (var i = 0; i < Requests; i++)
        {
            var frame = algorithm.Read();
            var id = frame.Text("request_id")!;
            var kind = frame.Text("message") == "busy" ? "busy" : frame.Text("type")!;
            var fits = id[0] switch { 'c' => kind is "result" or "busy", 'p' => kind == "pong", _ => kind == "error" };
            lock (expected)
            {
                Assert.True(fits && expected.Remove(id), $"not asked for, or answered before: {frame}");
                Monitor.PulseAll(expected);
            }

            counts[kind]++;
        }
    }
}

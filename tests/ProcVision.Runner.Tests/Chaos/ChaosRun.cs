using System.Collections.Concurrent;
using System.Text;

namespace ProcVision.Runner.Tests.Chaos;

/// <summary>What came of one detection.</summary>
/// <param name="Code">Of the error; null when it succeeded.</param>
/// <param name="Attempts">The most that one of its calls took.</param>
/// <param name="Wrong">What is wrong with it; null when it is right, or a documented error.</param>
internal sealed record ChaosResult(string? Code, int Attempts, string? Wrong);

/// <summary>Some supervised processes under chaos.</summary>
internal sealed class ChaosRun : IAsyncDisposable
{
    /// <summary>What an integrator finds in the documents for these misdeeds (conformance 172–180).</summary>
    private static readonly string[] Documented = ["1005", "9999"];

    private static readonly RunnerTimings Timings = StandIn.Timings with
    {
        PreExecute = TimeSpan.FromSeconds(1.5),
        Execute = TimeSpan.FromSeconds(1.5),
        ShutdownGrace = TimeSpan.FromMilliseconds(300),
        TerminateGrace = TimeSpan.FromMilliseconds(100),
        HeartbeatInterval = TimeSpan.FromMilliseconds(200),
        HeartbeatGrace = TimeSpan.FromSeconds(2),
    };

    private static readonly SupervisionOptions Options = new()
    {
        Restarts = 8,
        Backoff = [TimeSpan.Zero, TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(50)],
        BreakerCrashes = 6,
        BreakerWindow = TimeSpan.FromSeconds(1),
        BreakerPause = TimeSpan.FromMilliseconds(200),
    };

    private readonly int _seed;
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("procvision-chaos-");
    private readonly ImageHandover _images = ImageHandover.Open();
    private readonly SessionRegions _regions = SessionRegions.Open();
    private readonly SupervisedAlgorithm[] _algorithms;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _killer;
    private int _kills;

    public ChaosRun(int seed, int processes)
    {
        _seed = seed;
        var launch = AlgorithmLaunch.Adapter("python3", _root.FullName, "main:Chaos", Path.Combine(AppContext.BaseDirectory, "Chaos", "chaos.py"));
        _algorithms = [.. Enumerable.Range(1, processes).Select(number => new SupervisedAlgorithm($"chaos-{number}", launch, _images, Timings, Options))];
        _killer = KillAsync(new(seed));
    }

    public ConcurrentDictionary<int, ChaosResult> Results { get; } = [];

    public string Tally => string.Join(", ", Results.Values
        .GroupBy(static result => (result.Code ?? "OK") + (result.Attempts > 1 ? $" after {result.Attempts} attempts" : ""))
        .OrderByDescending(static group => group.Count()).Select(static group => $"{group.Count()} {group.Key}")) + $"; {_kills} kills from outside";

    /// <summary>Each algorithm takes the next detection as soon as it is through with one.</summary>
    public Task DetectAsync(int from, int to, CancellationToken cancellation)
    {
        int next = from - 1;
        return Task.WhenAll(_algorithms.Select(async algorithm =>
        {
            for (int detection; (detection = Interlocked.Increment(ref next)) < to;)
            {
                var result = await DetectAsync(algorithm, detection, cancellation);
                Assert.True(Results.TryAdd(detection, result), $"detection {detection} has two results");
                // As a line would: an open breaker answers at once, and would take all detections there are.
                if (result.Code is not null)
                    await Task.Delay(100, cancellation);
            }
        }));
    }

    /// <summary>No process with our folder in its environment, no region of ours, no picture.</summary>
    public void AssertNothingIsLeft()
    {
        byte[] mark = Encoding.UTF8.GetBytes("PROC_ALGO_ROOT=" + _root.FullName);
        var left = Directory.EnumerateDirectories("/proc").Where(directory => int.TryParse(Path.GetFileName(directory), out _) && Has(directory, mark)).ToList();
        Assert.Empty(left);
        Assert.Empty(Directory.EnumerateFileSystemEntries("/dev/shm", $"procvision-session-{Environment.ProcessId}-*"));
        Assert.False(Directory.Exists(_images.Directory));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _killer;
        await Task.WhenAll(_algorithms.Select(static algorithm => algorithm.DisposeAsync().AsTask()));
        _regions.Dispose();
        _images.Dispose();
        _root.Delete(recursive: true);
        _end.Dispose();
    }

    private async Task<ChaosResult> DetectAsync(SupervisedAlgorithm algorithm, int detection, CancellationToken cancellation)
    {
        var misdeed = Misdeed.Draw(new(unchecked((_seed * 397) ^ detection)), _root.FullName, detection);
        var session = SessionIdentity.ForDevelopment("p001");
        using var image = _images.Place(BlankPicture.Png, BlankPicture.Header, session.Id);
        using var region = _regions.Rent(session, "chaos");
        var report = await Detection.RunAsync(algorithm, new() { Session = session, Image = image, Steps = [new(1, "", misdeed.Parameters)], Region = region }, cancellation);
        var step = Assert.Single(report.Steps);
        int attempts = Math.Max(step.PreExecute?.Attempts ?? 0, step.Execute?.Attempts ?? 0);
        string told = $"detection {detection}: {misdeed.What} in {misdeed.Phase}";
        if (step.Failure is { } failure)
        {
            bool isDocumented = Documented.Contains(failure.ErrorCode) && failure.Message.Length > 0;
            return new(failure.ErrorCode ?? "none", attempts, isDocumented ? null : $"{told}: {failure.ErrorCode} {failure.Message}");
        }

        // Pre and execute have each counted once, however often they were called.
        string values = string.Join(", ", report.SessionValues.Select(static value => $"{value.Key}={value.Value}"));
        bool isRight = report.Outcome == DetectionOutcome.Ok && values == "count=2" && Count(step.PreExecute!) == 1 && Count(step.Execute!) == 2;
        return new(null, attempts, isRight ? null : $"{told}: {report.Outcome}, {values}, told {Count(step.PreExecute!)} and {Count(step.Execute!)}");
    }

    private static int Count(CallAnswer answer) => answer.Data.GetProperty("debug").GetProperty("count").GetInt32();

    private async Task KillAsync(Random random)
    {
        while (!_end.IsCancellationRequested)
        {
            await Task.Delay(random.Next(50, 400));
            if (_algorithms[random.Next(_algorithms.Length)].ProcessId is not { } pid)
                continue;
            _kills++;
            UnixSignal.Send(pid, UnixSignal.Kill);
        }
    }

    private static bool Has(string directory, byte[] mark)
    {
        try
        {
            return File.ReadAllBytes(directory + "/environ").AsSpan().IndexOf(mark) >= 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

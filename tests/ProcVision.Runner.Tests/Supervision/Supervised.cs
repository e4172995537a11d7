using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace ProcVision.Runner.Tests.Supervision;

/// <summary>The scripted algorithm under supervision, with a session in the Runner's memory, and everything that was told about it.</summary>
internal sealed class Supervised : IAsyncDisposable
{
    /// <summary>No test waits for a backoff unless it is about one.</summary>
    public static readonly SupervisionOptions AtOnce = new() { Backoff = [TimeSpan.Zero], Restarts = 10, BreakerCrashes = 10 };

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("procvision-test-");
    private readonly ImageHandover _images = ImageHandover.Open();
    private readonly HandedImage _image;
    private readonly SessionRegions _regions = SessionRegions.Open();

    public Supervised(
        SupervisionOptions? options = null, RunnerTimings? timings = null, IReadOnlyDictionary<string, string>? environment = null, string name = "scripted")
    {
        Session = SessionIdentity.ForDevelopment("p001");
        _image = _images.Place(BlankPicture.Png, BlankPicture.Header, Session.Id);
        Region = _regions.Rent(Session, "scripted");
        var variables = new Dictionary<string, string>(environment ?? new Dictionary<string, string>()) { ["TEST_FILE"] = Path.Combine(_root.FullName, "first") };
        var launch = AlgorithmLaunch.Adapter(Path.Combine(AppContext.BaseDirectory, "ProcVision.TestAlgorithm"), _root.FullName, "any:First") with { Environment = variables };
        Algorithm = new(name, launch, _images, timings ?? StandIn.Timings, options ?? AtOnce, Log.Enqueue);
        Algorithm.Changed += Changes.Enqueue;
    }

    public SupervisedAlgorithm Algorithm { get; }

    public SessionIdentity Session { get; }

    public SessionRegion Region { get; }

    public ConcurrentQueue<string> Log { get; } = [];

    public ConcurrentQueue<StateChange> Changes { get; } = [];

    /// <summary>Every state it has come to, in order.</summary>
    public IEnumerable<AlgorithmState> States => Changes.Select(static change => change.To);

    /// <summary>What the session counts, as the Runner sees it.</summary>
    public int Count => Region.Read().Values.Single(static value => value.Key == "count").Value.GetInt32();

    public Task<CallAnswer> CallAsync(Phase phase, string what, TimeSpan? limit = null, CancellationToken? cancellation = null) => Algorithm.CallAsync(
        new()
        {
            Phase = phase,
            Step = 1,
            Pid = "p001",
            Session = Session,
            Region = Region,
            Parameters = new Dictionary<string, JsonElement> { ["do"] = JsonSerializer.SerializeToElement(what) },
            Image = _image,
        },
        limit,
        cancellation ?? TestContext.Current.CancellationToken);

    /// <summary>Kills the process as the system would.</summary>
    public async Task KillAsync()
    {
        using var process = Process.GetProcessById(Algorithm.ProcessId!.Value);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Until it is so; a test that waits in vain ends by its own time.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        for (int i = 0; i < 6000 && !isSo(); i++)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.True(isSo(), $"waited in vain; states: {string.Join(", ", States)}; log: {string.Join(" | ", Log)}");
    }

    public async ValueTask DisposeAsync()
    {
        await Algorithm.DisposeAsync();
        Region.Dispose();
        _regions.Dispose();
        _image.Dispose();
        _images.Dispose();
        _root.Delete(recursive: true);
    }
}

using System.Text.Json;

namespace ProcVision.Runner.Tests;

/// <summary>One use of the stand-in algorithm: how it is started, what it was sent, and what is left of it.</summary>
internal sealed class StandIn : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("procvision-test-");

    public StandIn(string behaviour = "ok")
    {
        Images = ImageHandover.Open();
        Image = Images.Place(BlankPicture.Png, BlankPicture.Header, Session.Id);
        string script = Path.Combine(AppContext.BaseDirectory, "StandIn", "algorithm.py");
        Launch = AlgorithmLaunch.Adapter("python3", _root.FullName, "main:StandIn", script, "--do", behaviour, "--record", RecordFile);
    }

    /// <summary>Nobody whose end is not the matter of a test is ended by its time.</summary>
    public static RunnerTimings Timings { get; } = new()
    {
        Handshake = TimeSpan.FromMinutes(1),
        PreExecute = TimeSpan.FromMinutes(1),
        Execute = TimeSpan.FromMinutes(1),
        ShutdownGrace = TimeSpan.FromSeconds(30),
        TerminateGrace = TimeSpan.FromMilliseconds(500),
    };

    public AlgorithmLaunch Launch { get; }

    public ImageHandover Images { get; }

    public HandedImage Image { get; }

    public SessionIdentity Session { get; } = SessionIdentity.ForDevelopment("p001");

    public string Root => _root.FullName;

    /// <summary>What the stand-in wrote down, in order.</summary>
    public IReadOnlyList<JsonElement> Recorded => StandInRecord.Read(RecordFile);

    /// <summary>The frames it was sent.</summary>
    public IReadOnlyList<JsonElement> Received => [.. Recorded.Where(static entry => entry.TryGetProperty("type", out _))];

    public string RecordFile => Path.Combine(_root.FullName, "record.jsonl");

    public Task<AlgorithmProcess> StartAsync(RunnerTimings? timings = null, Action<string>? log = null) =>
        AlgorithmProcess.StartAsync(Launch, Images, timings ?? Timings, log, null, TestContext.Current.CancellationToken);

    public StepCallRequest Call(Phase phase, IReadOnlyDictionary<string, JsonElement>? parameters = null) => new()
    {
        Phase = phase,
        Step = 1,
        Pid = "p001",
        Session = Session,
        Parameters = parameters ?? new Dictionary<string, JsonElement>(),
        Image = Image,
    };

    public DetectionRequest Detect(IReadOnlyList<DetectionStep> steps) => new() { Session = Session, Image = Image, Steps = steps };

    /// <summary>Starts it, makes one execute call, ends it, and checks that nothing is left.</summary>
    public async Task<CallAnswer> ExecuteOnceAsync(TimeSpan? limit = null)
    {
        CallAnswer answer;
        await using (var process = await StartAsync())
            answer = await process.CallAsync(Call(Phase.Execute), limit, TestContext.Current.CancellationToken);
        AssertNothingIsLeft();
        return answer;
    }

    /// <summary>The process is gone and reaped, what it started is gone, and so are the files.</summary>
    public void AssertNothingIsLeft()
    {
        foreach (var entry in Recorded)
        {
            if (entry.TryGetProperty("pid", out var pid))
                Assert.False(Directory.Exists($"/proc/{pid.GetInt32()}"), "the algorithm process is still there, or was not reaped");
            if (entry.TryGetProperty("grandchild", out var grandchild))
                StandInRecord.AssertDies(grandchild.GetInt32());
        }

        Image.Dispose();
        Assert.Empty(Directory.EnumerateFileSystemEntries(Images.Directory));
        Images.Dispose();
        Assert.False(Directory.Exists(Images.Directory));
    }

    public void Dispose()
    {
        Image.Dispose();
        Images.Dispose();
        _root.Delete(recursive: true);
    }
}

using System.Text.Json;

namespace ProcVision.Runner.Tests.Python;

/// <summary>A Python package of today's platform, unchanged, behind the same interface as a native one (conformance sections 9 and 18).</summary>
public sealed class PythonKindTests
{
    public static string Sdk { get; } = Path.Combine(AppContext.BaseDirectory, "Python", "sdk");

    [Fact]
    public async Task A_detection_runs_and_each_call_has_a_session_of_its_own_as_on_todays_platform()
    {
        await using var python = new PythonAlgorithm();
        Assert.True((await python.CallAsync(Phase.Pre, "ok")).IsOk);
        var execute = await python.CallAsync(Phase.Execute, "ok");
        Assert.Equal(Verdict.Ok, execute.Verdict);
        Assert.Equal($$"""{"image_bytes": {{BlankPicture.Png.Length}}, "seen": false}""", execute.Data.GetProperty("debug").GetRawText());
        Assert.False(python.Algorithm.TakesRegions);
    }

    [Fact]
    public async Task An_error_whose_code_the_SDK_drops_is_an_error_without_a_code_and_not_retried()
    {
        await using var python = new PythonAlgorithm();
        var answer = await python.CallAsync(Phase.Execute, "error");
        Assert.Equal((false, null, "未找到料盘", 1), (answer.IsOk, answer.ErrorCode, answer.Message, answer.Attempts));
    }

    [Fact]
    public async Task An_exception_arrives_with_its_text_and_the_process_goes_on()
    {
        await using var python = new PythonAlgorithm();
        var answer = await python.CallAsync(Phase.Execute, "throw");
        Assert.Equal(("1009", "the lens is dirty", CallAnswerSource.ErrorFrame), (answer.ErrorCode, answer.Message, answer.Source));
        Assert.True((await python.CallAsync(Phase.Execute, "ok")).IsOk);
        Assert.Single(python.States, AlgorithmState.Starting);
    }

    [Fact]
    public async Task A_missing_entry_comes_after_hello_and_is_still_told_with_its_code()
    {
        await using var python = new PythonAlgorithm(entry: "stand_in.main:Missing");
        var answer = await python.CallAsync(Phase.Execute, "ok");
        Assert.Equal("1004", answer.ErrorCode);
        Assert.StartsWith("entry_point not found", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_on_stderr_blocks_nothing()
    {
        await using var python = new PythonAlgorithm();
        Assert.True((await python.CallAsync(Phase.Execute, "flood")).IsOk);
    }

    [Fact]
    public async Task Silence_during_a_long_execute_is_no_death_although_todays_SDK_answers_no_ping_then()
    {
        await using var python = new PythonAlgorithm(timings: StandIn.Timings with
        {
            HeartbeatInterval = TimeSpan.FromMilliseconds(50),
            HeartbeatGrace = TimeSpan.FromMilliseconds(50),
        });
        var answer = await python.CallAsync(Phase.Execute, "sleep", ms: 1000);
        Assert.Equal((true, 1), (answer.IsOk, answer.Attempts));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("532", "setup: model.onnx is missing")]
    public async Task A_setup_that_fails_is_heard_of_only_from_an_SDK_that_says_so(string mended, string told)
    {
        await using var python = new PythonAlgorithm(environment: new() { ["TEST_SETUP"] = "throw", ["TEST_MENDED"] = mended });
        var answer = await python.CallAsync(Phase.Execute, "ok");
        Assert.Equal(told.Length == 0, answer.IsOk);
        Assert.Contains(told, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("533")]
    public async Task A_missing_entry_keeps_its_code_whether_it_is_told_before_or_after_hello(string mended)
    {
        await using var python = new PythonAlgorithm(entry: "stand_in.main:Missing", environment: new() { ["TEST_MENDED"] = mended });
        Assert.Equal("1004", (await python.CallAsync(Phase.Execute, "ok")).ErrorCode);
    }

    [Fact]
    public async Task Its_parameters_are_checked_against_its_info_before_it_is_called()
    {
        // Conformance 128, C13: today nobody does.
        await using var python = new PythonAlgorithm();
        var report = await python.DetectAsync("ok", exposure: 99);
        Assert.Equal(("1006", CallAnswerSource.Runner), (report.Steps[0].PreExecute?.ErrorCode, report.Steps[0].PreExecute?.Source));
        Assert.Equal(DetectionOutcome.Ok, (await python.DetectAsync("ok", exposure: 10)).Outcome);
    }

    private sealed class PythonAlgorithm : IAsyncDisposable
    {
        private readonly ImageHandover _images = ImageHandover.Open();
        private readonly SessionIdentity _session = SessionIdentity.ForDevelopment("p001");
        private readonly HandedImage _image;
        private readonly List<StateChange> _changes = [];

        public PythonAlgorithm(string entry = "stand_in.main:Inspection", RunnerTimings? timings = null, Dictionary<string, string>? environment = null)
        {
            _image = _images.Place(BlankPicture.Png, BlankPicture.Header, _session.Id);
            Algorithm = new("python", AlgorithmLaunch.Python("python3", Sdk, entry) with { Environment = environment ?? [] }, _images, timings ?? StandIn.Timings);
            Algorithm.Changed += _changes.Add;
        }

        public SupervisedAlgorithm Algorithm { get; }

        public IEnumerable<AlgorithmState> States => _changes.Select(static change => change.To);

        public Task<CallAnswer> CallAsync(Phase phase, string what, int ms = 0) => Algorithm.CallAsync(
            new()
            {
                Phase = phase,
                Step = 1,
                Pid = "p001",
                Session = _session,
                Parameters = new Dictionary<string, JsonElement> { ["do"] = JsonSerializer.SerializeToElement(what), ["ms"] = JsonSerializer.SerializeToElement(ms) },
                Image = _image,
            },
            null,
            TestContext.Current.CancellationToken);

        public Task<DetectionReport> DetectAsync(string what, double exposure) => Detection.RunAsync(
            Algorithm,
            new()
            {
                Session = _session,
                Image = _image,
                Steps = [new(1, "检测", new Dictionary<string, JsonElement> { ["do"] = JsonSerializer.SerializeToElement(what), ["exposure"] = JsonSerializer.SerializeToElement(exposure) })],
            },
            TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            await Algorithm.DisposeAsync();
            _image.Dispose();
            _images.Dispose();
        }
    }
}

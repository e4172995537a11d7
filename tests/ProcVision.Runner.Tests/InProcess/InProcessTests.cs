using System.Collections.Concurrent;
using System.Text.Json;
using ProcVision.TestAlgorithm;

namespace ProcVision.Runner.Tests.InProcess;

/// <summary>The same algorithm, compiled into the Runner and as a process: who calls it sees no difference (conformance section 9, DESIGN §8).</summary>
public sealed class InProcessTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_detection_ends_the_same_and_its_session_is_in_the_Runners_memory(bool inProcess)
    {
        await using var rig = await Rig.StartAsync(inProcess);
        Assert.True(rig.Algorithm.TakesRegions);
        var pre = await rig.CallAsync(Phase.Pre, "count");
        var execute = await rig.CallAsync(Phase.Execute, "count");
        Assert.Equal((Verdict.None, Verdict.Ok), (pre.Verdict, execute.Verdict));
        Assert.Equal("""{"count":2}""", execute.Data.GetProperty("debug").GetRawText());
        Assert.Equal(["count int 2"], rig.Region.Read().Values.Select(static v => $"{v.Key} {v.Type} {v.Value}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failures_have_the_same_code_kind_and_message(bool inProcess)
    {
        await using var rig = await Rig.StartAsync(inProcess);
        var thrown = await rig.CallAsync(Phase.Execute, "throw");
        Assert.Equal(("9999", "program", "InvalidOperationException: the lens is dirty"), (thrown.ErrorCode, thrown.ErrorKind, thrown.Message));
        var fatal = await rig.CallAsync(Phase.Execute, "give up");
        Assert.Equal(("9999", "fatal"), (fatal.ErrorCode, fatal.ErrorKind));
        var pid = await rig.CallAsync(Phase.Execute, "ok", pid: "p999");
        Assert.Equal(("1001", "不支持的产品型号: p999"), (pid.ErrorCode, pid.Message));
        var step = await rig.CallAsync(Phase.Execute, "ok", step: 7);
        Assert.Equal("1006", step.ErrorCode);
        Assert.True(rig.Algorithm.IsUsable);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_region_the_algorithm_keeps_the_session_and_tells_it(bool inProcess)
    {
        await using var rig = await Rig.StartAsync(inProcess);
        Assert.True((await rig.CallAsync(Phase.Pre, "count", withRegion: false)).IsOk);
        var values = await rig.Algorithm.SessionValuesAsync(rig.Session, TestContext.Current.CancellationToken);
        Assert.Equal(["count int 1"], values.Select(static v => $"{v.Key} {v.Type} {v.Value}"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_step_that_minds_its_token_ends_at_its_deadline_and_the_next_call_is_served(bool inProcess)
    {
        await using var rig = await Rig.StartAsync(inProcess);
        var answer = await rig.CallAsync(Phase.Execute, "wait", limit: TimeSpan.FromSeconds(3));
        Assert.Equal(("1005", CallAnswerSource.Result), (answer.ErrorCode, answer.Source));
        Assert.True((await rig.CallAsync(Phase.Execute, "ok")).IsOk);
    }

    [Fact]
    public async Task A_step_in_this_process_that_is_too_late_is_1005_and_nobody_else_gets_its_session()
    {
        await using var rig = await Rig.StartAsync(inProcess: true);
        var answer = await rig.CallAsync(Phase.Execute, "sleep", limit: TimeSpan.FromMilliseconds(200), ms: 1000);
        Assert.Equal(("1005", CallAnswerSource.Runner), (answer.ErrorCode, answer.Source));
        Assert.Contains("进程内的步骤无法被结束", answer.Message, StringComparison.Ordinal);
        Assert.False(rig.Algorithm.IsUsable);
        Assert.Throws<InvalidOperationException>(rig.Region.Keep);
    }

    [Fact]
    public async Task Two_calls_at_once_are_the_callers_mistake_and_the_first_one_goes_on()
    {
        await using var rig = await Rig.StartAsync(inProcess: true);
        var first = rig.CallAsync(Phase.Execute, "sleep", ms: 500);
        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.CallAsync(Phase.Execute, "ok", withRegion: false));
        Assert.True((await first).IsOk);
    }

    [Fact]
    public async Task Under_supervision_it_is_an_algorithm_like_any_other()
    {
        await using var rig = await Rig.StartAsync(inProcess: true);
        await using var supervised = new SupervisedAlgorithm(
            "in-process", async cancellation => await rig.StartInProcessAsync(cancellation), StandIn.Timings, Supervision.Supervised.AtOnce);
        Assert.True((await supervised.CallAsync(rig.Request(Phase.Pre, "count"), null, TestContext.Current.CancellationToken)).IsOk);
        var fatal = await supervised.CallAsync(rig.Request(Phase.Execute, "give up"), null, TestContext.Current.CancellationToken);
        Assert.Equal("fatal", fatal.ErrorKind);
        var execute = await supervised.CallAsync(rig.Request(Phase.Execute, "count"), null, TestContext.Current.CancellationToken);
        Assert.Equal("2", execute.Data.GetProperty("debug").GetProperty("count").GetRawText());
    }

    private sealed class Rig : IAsyncDisposable
    {
        private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("procvision-test-");
        private readonly ImageHandover _images = ImageHandover.Open();
        private readonly SessionRegions _regions = SessionRegions.Open();
        private readonly HandedImage _image;
        private readonly ConcurrentQueue<string> _log = [];

        private Rig()
        {
            _image = _images.Place(BlankPicture.Png, BlankPicture.Header, Session.Id);
            Region = _regions.Rent(Session, "scripted");
        }

        public SessionIdentity Session { get; } = SessionIdentity.ForDevelopment("p001");

        public SessionRegion Region { get; }

        public IHostedAlgorithm Algorithm { get; private set; } = null!;

        public static async Task<Rig> StartAsync(bool inProcess)
        {
            var rig = new Rig();
            var launch = AlgorithmLaunch.Adapter(Path.Combine(AppContext.BaseDirectory, "ProcVision.TestAlgorithm"), rig._root.FullName, "any:First");
            rig.Algorithm = inProcess
                ? await rig.StartInProcessAsync(TestContext.Current.CancellationToken)
                : await AlgorithmProcess.StartAsync(launch, rig._images, StandIn.Timings, rig._log.Enqueue, null, TestContext.Current.CancellationToken);
            return rig;
        }

        public Task<InProcessAlgorithm> StartInProcessAsync(CancellationToken cancellation) => InProcessAlgorithm.StartAsync(
            ScriptedAlgorithm.Describe("First"), _images, StandIn.Timings, null, _root.FullName, _log.Enqueue, null, cancellation);

        public StepCallRequest Request(Phase phase, string what, int ms = 30_000, string pid = "p001", int step = 1, bool withRegion = true) => new()
        {
            Phase = phase,
            Step = step,
            Pid = pid,
            Session = Session,
            Region = withRegion ? Region : null,
            Parameters = new Dictionary<string, JsonElement> { ["do"] = JsonSerializer.SerializeToElement(what), ["ms"] = JsonSerializer.SerializeToElement(ms) },
            Image = _image,
        };

        public Task<CallAnswer> CallAsync(
            Phase phase, string what, TimeSpan? limit = null, int ms = 30_000, string pid = "p001", int step = 1, bool withRegion = true) =>
            Algorithm.CallAsync(Request(phase, what, ms, pid, step, withRegion), limit, TestContext.Current.CancellationToken);

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
}

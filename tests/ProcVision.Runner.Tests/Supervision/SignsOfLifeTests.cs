using ProcVision.TestAlgorithm;

namespace ProcVision.Runner.Tests.Supervision;

public sealed class SignsOfLifeTests
{
    private static readonly RunnerTimings Quick = StandIn.Timings with
    {
        HeartbeatInterval = TimeSpan.FromMilliseconds(100),
        HeartbeatGrace = TimeSpan.FromMilliseconds(50),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_takes_longer_for_its_info_than_a_heartbeat_waits_is_not_replaced_for_it()
    {
        using var standIn = new StandIn("info-slow");
        await using var algorithm = new SupervisedAlgorithm("slow", standIn.Launch, standIn.Images, Quick, Supervised.AtOnce);
        Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
        int? first = algorithm.ProcessId;
        Assert.NotNull((await algorithm.InfoAsync(Token)).Info);
        await Task.Delay(500, Token);
        Assert.Equal(first, algorithm.ProcessId);
    }

    [Fact]
    public async Task One_that_does_not_tell_its_session_in_time_is_replaced_before_the_next_call()
    {
        using var standIn = new StandIn("session-hang");
        var timings = StandIn.Timings with { SessionValues = TimeSpan.FromMilliseconds(200), ShutdownGrace = TimeSpan.FromMilliseconds(100) };
        await using var algorithm = new SupervisedAlgorithm("hanging", standIn.Launch, standIn.Images, timings, Supervised.AtOnce);
        await algorithm.StartAsync(Token);
        int? first = algorithm.ProcessId;
        Assert.Empty(await algorithm.SessionValuesAsync(standIn.Session, Token));
        while (algorithm.ProcessId is not { } now || now == first)
            await Task.Delay(10, Token);
        Assert.Contains(standIn.Recorded, static entry => entry.TryGetProperty("pid", out _));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(60_000)]
    [Conformance(278)]
    public async Task What_it_says_of_its_failed_start_after_hello_is_the_reason_also_beside_a_ping_or_a_question(int heartbeat)
    {
        using var standIn = new StandIn("fail-late");
        var timings = Quick with { HeartbeatInterval = TimeSpan.FromMilliseconds(heartbeat) };
        await using var algorithm = new SupervisedAlgorithm("failing", standIn.Launch, standIn.Images, timings, Supervised.AtOnce with { Restarts = 0 });
        await algorithm.StartAsync(Token);
        if (heartbeat > 1000)
            Assert.Null((await algorithm.InfoAsync(Token)).Info);
        while (algorithm.State != AlgorithmState.Broken)
            await Task.Delay(10, Token);
        Assert.Contains("[1003] the model is not there", algorithm.Health.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_being_stopped_is_no_longer_ready()
    {
        using var standIn = new StandIn("ignore-shutdown");
        var algorithm = new SupervisedAlgorithm("slow", standIn.Launch, standIn.Images, StandIn.Timings with { ShutdownGrace = TimeSpan.FromSeconds(1), TerminateGrace = TimeSpan.Zero });
        Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
        var stopping = algorithm.DisposeAsync();
        Assert.NotEqual(HealthVerdict.Ready, algorithm.Health.Verdict);
        await stopping;
    }

    [Fact]
    public async Task An_algorithm_in_this_process_is_ready_however_long_nobody_has_called_it()
    {
        using var standIn = new StandIn();
        await using var algorithm = new SupervisedAlgorithm(
            "in-process",
            async cancellation => await InProcessAlgorithm.StartAsync(ScriptedAlgorithm.Describe("First"), standIn.Images, StandIn.Timings, null, standIn.Root, cancellation: cancellation),
            Quick);
        await algorithm.StartAsync(Token);
        await Task.Delay(500, Token);
        Assert.Equal(HealthVerdict.Ready, algorithm.Health.Verdict);
    }

    [Fact]
    public async Task A_hundred_restarts_leave_no_open_file()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("counts /proc/self/fd");
        using var standIn = new StandIn();
        int before = 0;
        // Other tests open and close files meanwhile; a leak of one file per restart is more than they have.
        for (int i = 0; i < 110; i++)
        {
            await using var process = await standIn.StartAsync();
            if (i == 10)
                before = PipesOpen();
        }

        Assert.True(PipesOpen() - before < 60, $"{PipesOpen() - before} pipes more");
    }

    private static int PipesOpen() => Directory.EnumerateFileSystemEntries("/proc/self/fd").Count(static file => new FileInfo(file).LinkTarget?.StartsWith("pipe:", StringComparison.Ordinal) == true);
}

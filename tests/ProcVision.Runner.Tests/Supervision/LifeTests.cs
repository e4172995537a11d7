namespace ProcVision.Runner.Tests.Supervision;

/// <summary>States, restarts, the breaker and health (conformance 322–324, 331, 332, C47).</summary>
public sealed class LifeTests
{
    [Fact]
    public async Task Every_transition_is_told_once_and_in_order()
    {
        await using (var supervised = new Supervised())
        {
            Assert.Equal(AlgorithmState.Stopped, supervised.Algorithm.State);
            await supervised.CallAsync(Phase.Pre, "ok");
            await supervised.Algorithm.DisposeAsync();
            Assert.Equal([AlgorithmState.Starting, AlgorithmState.Running, AlgorithmState.Executing, AlgorithmState.Running, AlgorithmState.Stopped], supervised.States);
            Assert.All(supervised.Changes.Zip(supervised.Changes.Skip(1)), static pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.Equal(3, supervised.Log.Count(static line => line.StartsWith("scripted: ", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task An_idle_algorithm_that_dies_is_running_again_before_anybody_calls()
    {
        await using var supervised = new Supervised();
        await supervised.Algorithm.StartAsync(TestContext.Current.CancellationToken);
        int first = supervised.Algorithm.ProcessId!.Value;
        await supervised.KillAsync();
        await supervised.UntilAsync(() => supervised.Algorithm.ProcessId is { } now && now != first);
        Assert.Contains(AlgorithmState.Waiting, supervised.States);
        var answer = await supervised.CallAsync(Phase.Execute, "ok");
        Assert.Equal((true, 1), (answer.IsOk, answer.Attempts));
    }

    [Fact]
    [Conformance(332)]
    public async Task The_breaker_opens_after_too_many_deaths_refuses_with_1005_and_its_reason_and_a_person_closes_it()
    {
        await using var supervised = new Supervised(Supervised.AtOnce with { MaxRetries = 0, BreakerCrashes = 3 });
        for (int i = 0; i < 3; i++)
        {
            await supervised.Algorithm.StartAsync(TestContext.Current.CancellationToken);
            var seen = supervised.Changes.Count;
            await supervised.KillAsync();
            await supervised.UntilAsync(() => supervised.Changes.Count >= seen + (supervised.States.Last() == AlgorithmState.Broken ? 1 : 3));
        }

        Assert.Equal(AlgorithmState.Broken, supervised.Algorithm.State);
        Assert.True(supervised.Changes.Last().IsAlarm);
        Assert.Equal(HealthVerdict.Broken, supervised.Algorithm.Health.Verdict);
        var refused = await supervised.CallAsync(Phase.Execute, "ok");
        Assert.Equal("1005", refused.ErrorCode);
        Assert.Equal(0, refused.Attempts);
        Assert.StartsWith("熔断器已打开，未调用算法: 60 秒内失败 3 次", refused.Message, StringComparison.Ordinal);

        await supervised.Algorithm.ResumeAsync(TestContext.Current.CancellationToken);
        Assert.True((await supervised.CallAsync(Phase.Execute, "ok")).IsOk);
    }

    [Fact]
    public async Task After_the_pause_one_call_is_tried_and_a_failure_opens_the_breaker_again()
    {
        await using var supervised = new Supervised(Supervised.AtOnce with { MaxRetries = 0, BreakerCrashes = 1, BreakerPause = TimeSpan.Zero });
        Assert.Equal("1005", (await supervised.CallAsync(Phase.Execute, "count and die once")).ErrorCode);
        Assert.Equal(AlgorithmState.Broken, supervised.Algorithm.State);
        Assert.True((await supervised.CallAsync(Phase.Execute, "count and die once")).IsOk);
        Assert.Equal(AlgorithmState.Running, supervised.Algorithm.State);
    }

    [Fact]
    public async Task An_algorithm_that_cannot_start_gives_its_own_code_and_is_given_up_after_the_restarts()
    {
        await using var supervised = new Supervised(
            Supervised.AtOnce with { Restarts = 1 }, environment: new Dictionary<string, string> { ["TEST_SETUP"] = "throw" });
        Assert.Equal("1003", (await supervised.CallAsync(Phase.Pre, "ok")).ErrorCode);
        Assert.Equal("1003", (await supervised.CallAsync(Phase.Pre, "ok")).ErrorCode);
        var refused = await supervised.CallAsync(Phase.Pre, "ok");
        Assert.Equal("1005", refused.ErrorCode);
        Assert.Contains("连续重启 1 次后仍然失败", refused.Message, StringComparison.Ordinal);
        Assert.Contains("camera calibration is missing", string.Join('\n', supervised.Algorithm.Stderr), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_dead_before_the_start_ready_after_it_and_busy_during_a_call()
    {
        await using var supervised = new Supervised();
        Assert.Equal(HealthVerdict.Dead, supervised.Algorithm.Health.Verdict);
        Assert.Null(supervised.Algorithm.Health.LastHeard);
        await supervised.Algorithm.StartAsync(TestContext.Current.CancellationToken);
        Assert.True(supervised.Algorithm.Health.IsReady);

        var call = supervised.CallAsync(Phase.Execute, "wait for the file", TimeSpan.FromSeconds(3));
        await supervised.UntilAsync(() => supervised.Algorithm.State == AlgorithmState.Executing);
        var health = supervised.Algorithm.Health;
        Assert.Equal(HealthVerdict.Busy, health.Verdict);
        Assert.NotNull(health.CallAge);
        Assert.Equal("1005", (await call).ErrorCode);
    }

    [Fact]
    [Conformance(335)]
    public async Task An_idle_algorithm_that_is_stopped_in_its_tracks_is_never_called_well_and_is_replaced()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("needs SIGSTOP");
        var timings = StandIn.Timings with
        {
            HeartbeatInterval = TimeSpan.FromMilliseconds(100),
            HeartbeatGrace = TimeSpan.FromMilliseconds(500),
            ShutdownGrace = TimeSpan.FromMilliseconds(100),
            TerminateGrace = TimeSpan.FromMilliseconds(100),
        };
        await using var supervised = new Supervised(timings: timings);
        // One that has never answered would have the time of a handshake.
        Assert.True((await supervised.CallAsync(Phase.Execute, "ok")).IsOk);
        int first = supervised.Algorithm.ProcessId!.Value;
        const int Stop = 19;
        UnixSignal.Send(first, Stop);
        await supervised.UntilAsync(() => supervised.Algorithm.Health.Verdict != HealthVerdict.Ready);
        await supervised.UntilAsync(() => supervised.Algorithm.ProcessId is { } now && now != first);
        Assert.Contains(supervised.Changes, static change => change.Reason.StartsWith("心跳丢失", StringComparison.Ordinal));
        Assert.True((await supervised.CallAsync(Phase.Execute, "ok")).IsOk);
    }

    [Fact]
    public async Task Calls_that_meet_wait_for_each_other()
    {
        await using var supervised = new Supervised();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => supervised.CallAsync(Phase.Execute, "count")));
        Assert.All(answers, static answer => Assert.True(answer.IsOk, answer.Message));
        Assert.Equal(20, supervised.Count);
    }

    [Fact]
    public async Task Disposing_ends_a_call_that_goes_on_and_the_process()
    {
        await using var supervised = new Supervised(timings: StandIn.Timings with { TerminateGrace = TimeSpan.FromMilliseconds(200) });
        var call = supervised.CallAsync(Phase.Execute, "wait for the file");
        await supervised.UntilAsync(() => supervised.Algorithm.State == AlgorithmState.Executing);
        int pid = supervised.Algorithm.ProcessId!.Value;
        await supervised.Algorithm.DisposeAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.False(Directory.Exists($"/proc/{pid}"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => supervised.CallAsync(Phase.Execute, "ok"));
    }

    [Fact]
    public async Task A_call_that_nobody_waits_for_any_more_costs_its_process_and_no_later_call()
    {
        await using var supervised = new Supervised(timings: StandIn.Timings with { TerminateGrace = TimeSpan.FromMilliseconds(200) });
        using var impatience = new CancellationTokenSource();
        var call = supervised.CallAsync(Phase.Execute, "wait for the file", cancellation: impatience.Token);
        await supervised.UntilAsync(() => supervised.Algorithm.State == AlgorithmState.Executing);
        int first = supervised.Algorithm.ProcessId!.Value;
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.False(Directory.Exists($"/proc/{first}"));

        Assert.True((await supervised.CallAsync(Phase.Execute, "ok")).IsOk);
    }

    [Fact]
    public async Task A_question_for_session_values_that_is_given_up_costs_no_later_call()
    {
        var timings = StandIn.Timings with { ShutdownGrace = TimeSpan.FromMilliseconds(100), TerminateGrace = TimeSpan.FromMilliseconds(100) };
        using var standIn = new StandIn("session-hang");
        await using var algorithm = new SupervisedAlgorithm("asked", standIn.Launch, standIn.Images, timings);
        Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, TestContext.Current.CancellationToken)).IsOk);
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => algorithm.SessionValuesAsync(standIn.Session, impatience.Token));

        Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, TestContext.Current.CancellationToken)).IsOk);
    }
}

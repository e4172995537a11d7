namespace ProcVision.Runner.Tests.Supervision;

/// <summary>Today's SDK says hello before it loads the algorithm, and answers no ping until that is done (conformance 278, 289).</summary>
public sealed class LoadingTests
{
    private static readonly RunnerTimings Quick = StandIn.Timings with
    {
        HeartbeatInterval = TimeSpan.FromMilliseconds(50),
        HeartbeatGrace = TimeSpan.FromMilliseconds(50),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_that_loads_after_hello_is_busy_and_not_replaced()
    {
        using var standIn = new StandIn("load-after-hello");
        await using var algorithm = new SupervisedAlgorithm("slow", standIn.Launch, standIn.Images, Quick, Supervised.AtOnce);
        var states = new List<AlgorithmState>();
        algorithm.Changed += change => states.Add(change.To);
        await algorithm.StartAsync(Token);
        while (algorithm.Health.Verdict == HealthVerdict.Ready)
            await Task.Delay(5, Token);
        Assert.Equal(HealthVerdict.Busy, algorithm.Health.Verdict);
        while (algorithm.Health.Verdict == HealthVerdict.Busy)
            await Task.Delay(20, Token);
        Assert.Equal(HealthVerdict.Ready, algorithm.Health.Verdict);
        Assert.Equal([AlgorithmState.Starting, AlgorithmState.Running], states);
    }

    [Fact]
    public async Task One_that_never_answers_after_hello_is_replaced_when_the_time_of_a_handshake_is_over()
    {
        using var standIn = new StandIn("deaf");
        await using var algorithm = new SupervisedAlgorithm("deaf", standIn.Launch, standIn.Images, Quick with { Handshake = TimeSpan.FromSeconds(2), ShutdownGrace = TimeSpan.Zero }, Supervised.AtOnce);
        var replaced = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        algorithm.Changed += change =>
        {
            if (change.To == AlgorithmState.Waiting)
                replaced.TrySetResult(change.Reason);
        };
        await algorithm.StartAsync(Token);
        Assert.Contains("心跳丢失", await replaced.Task.WaitAsync(TimeSpan.FromMinutes(1), Token), StringComparison.Ordinal);
    }
}

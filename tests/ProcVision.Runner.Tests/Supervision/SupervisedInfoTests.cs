namespace ProcVision.Runner.Tests.Supervision;

public sealed class SupervisedInfoTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_it_said_is_known_also_after_a_restart()
    {
        using var standIn = new StandIn("info");
        await using (var algorithm = new SupervisedAlgorithm("screws", standIn.Launch, standIn.Images, StandIn.Timings, Supervised.AtOnce))
        {
            var first = await algorithm.InfoAsync(Token);
            Assert.Equal("Screw_Check", first.Info?.Name);
            UnixSignal.Send(algorithm.ProcessId!.Value, UnixSignal.Kill);
            Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
            Assert.Same(first, await algorithm.InfoAsync(Token));
        }

        Assert.Single(standIn.Received, static frame => frame.TryGetProperty("phase", out var phase) && phase.GetString() == "info");
    }

    [Theory]
    [InlineData("info-die")]
    [InlineData("info-text-on-stdout")]
    public async Task One_that_dies_of_the_question_is_not_asked_a_third_time_and_its_detections_run(string behaviour)
    {
        using var standIn = new StandIn(behaviour);
        await using (var algorithm = new SupervisedAlgorithm("screws", standIn.Launch, standIn.Images, StandIn.Timings, Supervised.AtOnce))
        {
            for (int i = 0; i < 3; i++)
            {
                var report = await Detection.RunAsync(algorithm, standIn.Detect([new(1, "", new Dictionary<string, System.Text.Json.JsonElement>())]), Token);
                Assert.Equal(DetectionOutcome.Ok, report.Outcome);
            }
        }

        Assert.Equal(2, standIn.Received.Count(static frame => frame.TryGetProperty("phase", out var phase) && phase.GetString() == "info"));
    }

    [Fact]
    [Conformance(278, 533)]
    public async Task One_that_greets_and_then_says_that_it_cannot_run_is_answered_for_with_its_own_code()
    {
        using var standIn = new StandIn("error-after-hello");
        await using var algorithm = new SupervisedAlgorithm(
            "screws", standIn.Launch, standIn.Images, StandIn.Timings, new() { MaxRetries = 0, Restarts = 0, RestartWhenIdle = false });
        await algorithm.StartAsync(Token);
        await WaitUntilDeadAsync(algorithm.ProcessId!.Value);
        Assert.Null((await algorithm.InfoAsync(Token)).Info);
        var answer = await algorithm.CallAsync(standIn.Call(Phase.Execute), null, Token);
        Assert.Equal(("1004", "entry_point not found"), (answer.ErrorCode, answer.Message));
        Assert.Equal(AlgorithmState.Broken, algorithm.State);
        var refused = await algorithm.CallAsync(standIn.Call(Phase.Execute), null, Token);
        Assert.Equal("1005", refused.ErrorCode);
        Assert.Contains("[1004] entry_point not found", refused.Message, StringComparison.Ordinal);
    }

    private static async Task WaitUntilDeadAsync(int pid)
    {
        while (StandInRecord.IsAlive(pid))
            await Task.Delay(10, Token);
    }
}

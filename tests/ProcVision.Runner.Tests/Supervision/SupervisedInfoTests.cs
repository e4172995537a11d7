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
}

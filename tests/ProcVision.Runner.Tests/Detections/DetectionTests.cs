using System.Text.Json;

namespace ProcVision.Runner.Tests;

public sealed class DetectionTests
{
    private static readonly DetectionStep[] TwoSteps =
    [
        new(1, "定位料盘", new Dictionary<string, JsonElement> { ["roi"] = JsonElement.Parse("\"0,0,640,480\"") }),
        new(2, "检测零件", new Dictionary<string, JsonElement> { ["mode"] = JsonElement.Parse("\"fast\"") }),
    ];

    [Fact]
    [Conformance(65)]
    public async Task Every_step_is_pre_then_execute_in_one_session_with_its_own_parameters()
    {
        using var standIn = new StandIn();
        var report = await RunAsync(standIn);
        Assert.Equal(DetectionOutcome.Ok, report.Outcome);
        Assert.Equal(["1 pre", "1 execute", "2 pre", "2 execute"], CallsOf(standIn));
        var calls = standIn.Received.Where(static frame => frame.TryGetProperty("data", out _)).Select(static call => call.GetProperty("data")).ToArray();
        Assert.All(calls, call => Assert.Equal(standIn.Session.Id, call.GetProperty("session").GetProperty("id").GetString()));
        Assert.Equal("""{"roi":"0,0,640,480"}""", calls[1].GetProperty("user_params").GetRawText().Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("""{"mode":"fast"}""", calls[2].GetProperty("user_params").GetRawText().Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    [Conformance("C38")]
    public async Task Execute_is_not_called_after_a_failed_pre_and_neither_are_later_steps()
    {
        using var standIn = new StandIn("pre-error");
        var report = await RunAsync(standIn);
        Assert.Equal(DetectionOutcome.Error, report.Outcome);
        Assert.Equal(["1 pre"], CallsOf(standIn));
        Assert.Null(report.Steps[0].Execute);
        Assert.NotNull(report.Steps[0].SkippedBecause);
        Assert.Null(report.Steps[1].PreExecute);
        Assert.NotNull(report.Steps[1].SkippedBecause);
        Assert.Same(report.Steps[0], report.LastRun);
    }

    [Theory]
    [InlineData("error", "1003")]
    [InlineData("die", "1005")]
    public async Task A_failed_execute_ends_the_detection(string behaviour, string code)
    {
        using var standIn = new StandIn(behaviour);
        var report = await RunAsync(standIn);
        Assert.Equal(DetectionOutcome.Error, report.Outcome);
        Assert.Equal(["1 pre", "1 execute"], CallsOf(standIn));
        Assert.Equal(code, report.Steps[0].Failure?.ErrorCode);
        Assert.Null(report.Steps[0].SkippedBecause);
        Assert.NotNull(report.Steps[1].SkippedBecause);
    }

    [Fact]
    [Conformance(159)]
    public async Task NG_is_a_verdict_and_the_next_step_still_runs()
    {
        using var standIn = new StandIn("ng");
        var report = await RunAsync(standIn);
        Assert.Equal(DetectionOutcome.Ng, report.Outcome);
        Assert.Equal(4, CallsOf(standIn).Count);
    }

    private static async Task<DetectionReport> RunAsync(StandIn standIn)
    {
        DetectionReport report;
        await using (var process = await standIn.StartAsync())
            report = await Detection.RunAsync(process, standIn.Detect(TwoSteps), TestContext.Current.CancellationToken);
        standIn.AssertNothingIsLeft();
        return report;
    }

    private static List<string> CallsOf(StandIn standIn) =>
    [
        .. standIn.Received
            .Where(static frame => frame.GetProperty("type").GetString() == "call" && frame.TryGetProperty("data", out _))
            .Select(static call => call.GetProperty("data"))
            .Select(static data => $"{data.GetProperty("step_index")} {data.GetProperty("phase")}"),
    ];
}

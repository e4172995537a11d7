using System.Text.Json;

namespace ProcVision.Runner.Tests;

/// <summary>What is refused before anything is called, whatever the algorithm is written in (C13).</summary>
public sealed class RefusedDetectionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"exposure":20}""", "exposure")]
    [InlineData("""{"roi":{"x":1,"y":2,"width":3,"height":4},"exposure":"bright"}""", "exposure")]
    [InlineData("{}", "缺少必填参数 roi")]
    [InlineData("""{"roi":null}""", "缺少必填参数 roi")]
    [Conformance(128)]
    public async Task A_parameter_that_the_algorithm_itself_would_not_take_is_refused_with_1006_and_nothing_is_called(string parameters, string named)
    {
        using var standIn = new StandIn("info");
        var report = await RunAsync(standIn, standIn.Detect([Step(1, parameters), Step(2, "{}")]));
        var refused = report.Steps[0].PreExecute!;
        Assert.Equal(("1006", CallAnswerSource.Runner, 0), (refused.ErrorCode, refused.Source, refused.Attempts));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Equal(DetectionOutcome.Error, report.Outcome);
        Assert.NotNull(report.Steps[1].SkippedBecause);
        Assert.Empty(CallsOf(standIn));
    }

    [Fact]
    public async Task A_wrong_parameter_of_a_later_step_keeps_the_first_from_being_called()
    {
        using var standIn = new StandIn("info");
        var report = await RunAsync(standIn, standIn.Detect([Step(2, "{}"), Step(1, "{}")]));
        Assert.Null(report.Steps[0].PreExecute);
        Assert.Equal("1006", report.Steps[1].PreExecute?.ErrorCode);
        Assert.Same(report.Steps[1], report.LastRun);
        Assert.Empty(CallsOf(standIn));
    }

    [Fact]
    public async Task A_parameter_that_the_algorithm_does_not_know_is_told_and_does_no_harm()
    {
        using var standIn = new StandIn("info");
        var told = new List<string>();
        var report = await RunAsync(standIn, standIn.Detect([Step(2, """{"mode":"fast"}""")]) with { Log = told.Add });
        Assert.Equal(DetectionOutcome.Ok, report.Outcome);
        Assert.Contains("'mode'", Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_algorithm_is_asked_once_what_it_is()
    {
        using var standIn = new StandIn("info");
        await using (var process = await standIn.StartAsync())
        {
            await Detection.RunAsync(process, standIn.Detect([Step(2, "{}")]), Token);
            await Detection.RunAsync(process, standIn.Detect([Step(2, "{}")]), Token);
        }

        Assert.Single(standIn.Received, static frame => frame.TryGetProperty("phase", out var phase) && phase.GetString() == "info");
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_with_1002()
    {
        using var standIn = new StandIn();
        using var image = standIn.Images.Place([1, 2, 3, 4, 5], BlankPicture.Header, "session-other");
        Assert.Equal("1002", await CodeOfAsync(standIn, image));
    }

    [Fact]
    public async Task A_picture_of_another_size_than_is_told_is_refused_with_1002()
    {
        using var standIn = new StandIn();
        using var image = standIn.Images.Place(BlankPicture.Png, BlankPicture.Header with { Width = 641 }, "session-other");
        Assert.Contains("640x480", image.Problem, StringComparison.Ordinal);
        Assert.Equal("1002", await CodeOfAsync(standIn, image));
    }

    private static async Task<string?> CodeOfAsync(StandIn standIn, HandedImage image)
    {
        var report = await RunAsync(standIn, standIn.Detect([Step(1, "{}")]) with { Image = image });
        Assert.Empty(CallsOf(standIn));
        return report.Steps[0].PreExecute?.ErrorCode;
    }

    private static async Task<DetectionReport> RunAsync(StandIn standIn, DetectionRequest request)
    {
        await using var process = await standIn.StartAsync();
        return await Detection.RunAsync(process, request, Token);
    }

    private static DetectionStep Step(int index, string parameters) =>
        new(index, "", JsonElement.Parse(parameters).EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value));

    private static IEnumerable<JsonElement> CallsOf(StandIn standIn) => standIn.Received.Where(static frame => frame.TryGetProperty("data", out _));
}

using System.Text.Json;

namespace ProcVision.Runner.Tests.Sessions;

public sealed class SessionValueTests
{
    [Fact]
    public async Task The_values_that_are_left_after_a_detection_stand_in_its_report()
    {
        var (report, notes, standIn) = await DetectAsync("session");
        Assert.Equal(DetectionOutcome.Ok, report.Outcome);
        Assert.Equal(["tray Rect? Object", "note string Null"], report.SessionValues.Select(static v => $"{v.Key} {v.Type} {v.Value.ValueKind}"));
        Assert.Equal(3, report.SessionValues[0].Value.GetProperty("width").GetInt32());
        Assert.Empty(notes);
        Assert.Equal("""{"phase":"session","pid":"p001","session":{"id":"*"}}""", standIn.Replace(report.Session.Id, "*", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Values_are_there_after_a_step_that_failed()
    {
        var (report, _, _) = await DetectAsync("session-after-error");
        Assert.Equal(DetectionOutcome.Error, report.Outcome);
        Assert.Equal(2, report.SessionValues.Count);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("session-after-death")]
    public async Task Who_does_not_announce_it_or_has_died_is_not_asked(string behaviour)
    {
        var (report, notes, asked) = await DetectAsync(behaviour);
        Assert.Empty(report.SessionValues);
        Assert.Empty(notes);
        Assert.DoesNotContain("session\",\"pid", asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("session-error", "结果过大")]
    [InlineData("session-no-values", "data.session.values")]
    [InlineData("session-half-a-value", "第 2 个值")]
    [InlineData("session-text-on-stdout", "不属于协议")]
    [InlineData("session-hang", "1000 ms")]
    [InlineData("session-die", "进程已结束")]
    public async Task An_answer_that_is_none_is_a_note_and_the_detection_stays_what_it_was(string behaviour, string reason)
    {
        var (report, notes, _) = await DetectAsync(behaviour, TimeSpan.FromSeconds(behaviour == "session-hang" ? 1 : 60));
        Assert.Equal(DetectionOutcome.Ok, report.Outcome);
        Assert.Empty(report.SessionValues);
        Assert.Contains(reason, Assert.Single(notes), StringComparison.Ordinal);
    }

    /// <summary>One step, what the Runner noted, and the <c>data</c> of the last call.</summary>
    private static async Task<(DetectionReport Report, List<string> Notes, string LastCall)> DetectAsync(string behaviour, TimeSpan? patience = null)
    {
        using var standIn = new StandIn(behaviour);
        var notes = new List<string>();
        var timings = StandIn.Timings with { SessionValues = patience ?? TimeSpan.FromMinutes(1) };
        DetectionReport report;
        await using (var process = await standIn.StartAsync(timings, notes.Add))
        {
            DetectionStep[] steps = [new(1, "定位料盘", new Dictionary<string, JsonElement>())];
            report = await Detection.RunAsync(process, standIn.Detect(steps), TestContext.Current.CancellationToken);
        }

        var calls = standIn.Received.Where(static frame => frame.GetProperty("type").GetString() == "call");
        string last = calls.Last().GetProperty("data").GetRawText().Replace(" ", "", StringComparison.Ordinal);
        standIn.AssertNothingIsLeft();
        return (report, notes, last);
    }
}

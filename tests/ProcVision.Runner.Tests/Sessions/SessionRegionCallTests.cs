using System.Text.Json;

namespace ProcVision.Runner.Tests.Sessions;

/// <summary>A region on its way to an algorithm that knows the format from its document only.</summary>
public sealed class SessionRegionCallTests
{
    private static readonly DetectionStep[] Steps = [.. new[] { 1, 2 }.Select(static index => new DetectionStep(index, "步骤", new Dictionary<string, JsonElement>()))];

    [Fact]
    public async Task Every_call_of_a_detection_names_its_region_and_the_report_has_what_was_stored_there()
    {
        var (report, notes, regions) = await DetectAsync("region");
        Assert.Equal(DetectionOutcome.Ok, report.Outcome);
        Assert.Equal(["count int 14"], report.SessionValues.Select(static v => $"{v.Key} {v.Type} {v.Value}"));
        Assert.Empty(notes);
        Assert.Equal(4, regions.Count);
        Assert.Single(regions.Distinct());
        Assert.Matches("""^\{"name": "procvision-session-\d+-\d+-[0-9a-f]{32}", "generation": 2\}$""", regions[0]);
    }

    [Theory]
    [InlineData("region-then-error", "1003")]
    [InlineData("region-then-die", "1005")]
    [InlineData("region-then-hang", "1005")]
    public async Task What_an_algorithm_stored_is_in_the_report_also_when_it_failed_died_or_was_killed(string behaviour, string code)
    {
        var (report, notes, _) = await DetectAsync(behaviour, behaviour == "region-then-hang" ? TimeSpan.FromSeconds(1) : null);
        Assert.Equal(code, report.Steps[0].Failure?.ErrorCode);
        Assert.Equal(["count int 7"], report.SessionValues.Select(static v => $"{v.Key} {v.Type} {v.Value}"));
        Assert.Empty(notes);
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("session")]
    public async Task Who_does_not_announce_it_never_sees_a_region(string behaviour)
    {
        var (report, notes, regions) = await DetectAsync(behaviour);
        Assert.Equal(DetectionOutcome.Ok, report.Outcome);
        Assert.Equal(behaviour == "session" ? 2 : 0, report.SessionValues.Count);
        Assert.Empty(notes);
        Assert.Empty(regions);
    }

    [Fact]
    public async Task A_region_that_an_algorithm_destroys_is_a_note_and_the_detection_stays_what_it_was()
    {
        var (report, notes, _) = await DetectAsync("region-destroyed", steps: Steps[..1]);
        Assert.Equal(DetectionOutcome.Ok, report.Outcome);
        Assert.Empty(report.SessionValues);
        Assert.StartsWith("没有取到会话值: 不是会话区域", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_of_another_session_is_refused_before_anything_is_sent()
    {
        using var standIn = new StandIn("region");
        using var pool = SessionRegions.Open();
        using var other = pool.Rent(SessionIdentity.ForDevelopment("p001"), "a");
        await using var process = await standIn.StartAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => process.CallAsync(standIn.Call(Phase.Pre) with { Region = other }, null, TestContext.Current.CancellationToken));
        using var own = pool.Rent(standIn.Session, "a");
        own.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => process.CallAsync(standIn.Call(Phase.Pre) with { Region = own }, null, TestContext.Current.CancellationToken));
        var answer = await process.CallAsync(standIn.Call(Phase.Pre), null, TestContext.Current.CancellationToken);
        Assert.True(answer.IsOk);
        Assert.Equal(2, standIn.Received.Count);
    }

    [Fact]
    public async Task A_region_that_a_call_without_answer_may_still_write_to_is_not_given_to_the_next_detection()
    {
        using var standIn = new StandIn("region-then-hang");
        using var pool = SessionRegions.Open();
        using var giveUp = new CancellationTokenSource();
        string name;
        await using (var process = await standIn.StartAsync())
        {
            using var region = pool.Rent(standIn.Session, "a");
            name = region.Name;
            var call = process.CallAsync(standIn.Call(Phase.Execute) with { Region = region }, null, giveUp.Token);
            await StandInRecord.UntilAsync(() => region.Read().Values.Count == 1);
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        using var next = pool.Rent(standIn.Session, "a");
        Assert.NotEqual(name, next.Name);
        Assert.False(File.Exists($"/dev/shm/{name}"));
        standIn.AssertNothingIsLeft();
    }

    [Fact]
    public async Task While_a_call_has_no_answer_no_other_process_gets_its_region()
    {
        using var hanging = new StandIn("region-then-hang");
        using var other = new StandIn("region");
        using var pool = SessionRegions.Open();
        using var region = pool.Rent(hanging.Session, "a");
        using var giveUp = new CancellationTokenSource();
        await using var second = await other.StartAsync();
        var retry = other.Call(Phase.Pre) with { Session = hanging.Session, Region = region };
        await using (var first = await hanging.StartAsync())
        {
            var call = first.CallAsync(hanging.Call(Phase.Execute) with { Region = region }, null, giveUp.Token);
            await StandInRecord.UntilAsync(() => region.Read().Values.Count == 1);
            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => second.CallAsync(retry, null, TestContext.Current.CancellationToken));
            Assert.Contains(region.Session.Id, refusal.Message, StringComparison.Ordinal);
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            await Assert.ThrowsAsync<InvalidOperationException>(() => second.CallAsync(retry, null, TestContext.Current.CancellationToken));
        }

        Assert.True((await second.CallAsync(retry, null, TestContext.Current.CancellationToken)).IsOk);
    }

    [Fact]
    public async Task Once_the_process_is_gone_the_region_is_as_good_as_any()
    {
        using var standIn = new StandIn("region-then-die");
        using var pool = SessionRegions.Open();
        string name;
        await using (var process = await standIn.StartAsync())
        {
            using var region = pool.Rent(standIn.Session, "a");
            name = region.Name;
            var answer = await process.CallAsync(standIn.Call(Phase.Execute) with { Region = region }, null, TestContext.Current.CancellationToken);
            Assert.Equal("1005", answer.ErrorCode);
        }

        using var next = pool.Rent(standIn.Session, "a");
        Assert.Equal(name, next.Name);
        Assert.Empty(next.Read().Values);
    }

    /// <summary>A detection in the second generation of a region, what the Runner noted, and the regions that calls named.</summary>
    private static async Task<(DetectionReport Report, List<string> Notes, List<string> Regions)> DetectAsync(
        string behaviour, TimeSpan? limit = null, DetectionStep[]? steps = null)
    {
        using var standIn = new StandIn(behaviour);
        using var pool = SessionRegions.Open();
        pool.Rent(SessionIdentity.ForDevelopment("p001"), "stand-in").Dispose();
        using var region = pool.Rent(standIn.Session, "stand-in");
        var notes = new List<string>();
        DetectionReport report;
        await using (var process = await standIn.StartAsync(null, notes.Add))
            report = await Detection.RunAsync(process, standIn.Detect(steps ?? Steps) with { Limit = limit, Region = region, Log = notes.Add }, TestContext.Current.CancellationToken);
        var sessions = standIn.Received.Where(static frame => frame.TryGetProperty("data", out _)).Select(static call => call.GetProperty("data").GetProperty("session"));
        var regions = sessions.Where(static session => session.TryGetProperty("state_region", out _)).Select(static session => session.GetProperty("state_region").GetRawText()).ToList();
        standIn.AssertNothingIsLeft();
        return (report, notes, regions);
    }
}

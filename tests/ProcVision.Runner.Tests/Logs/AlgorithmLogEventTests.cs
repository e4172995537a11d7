using System.Collections.Concurrent;

namespace ProcVision.Runner.Tests.Logs;

/// <summary>Conformance 472 to 477.</summary>
public sealed class AlgorithmLogEventTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Conformance(473)]
    [Conformance(477)]
    public void A_line_of_an_SDK_becomes_its_parts()
    {
        var line = AlgorithmLogEvent.Parse(
            """{"level":"warn","timestamp_ms":1714032000123,"message":"暗","step_index":2,"phase":"pre","pid":"p001","session_id":"s","trace_id":"t","light":35.5,"more":[1]}""");
        Assert.True(line.IsStructured);
        Assert.Equal(("warn", "暗", 2, "pre", "p001", "s", "t"), (line.Level, line.Message, line.Step, line.Phase, line.Pid, line.SessionId, line.TraceId));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1714032000123), line.Time);
        Assert.Equal(["light=35.5", "more=[1]"], line.Fields.Select(static field => $"{field.Key}={field.Value}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("{broken")]
    [InlineData("[1]")]
    [InlineData("{\"level\":\"info\"}")]
    [InlineData("{\"message\":7}")]
    [InlineData("{\"message\":\"\\ud800\"}")]
    public void Any_other_line_is_its_own_message(string text)
    {
        var line = AlgorithmLogEvent.Parse(text);
        Assert.Equal((false, text, text), (line.IsStructured, line.Message, line.Line));
        Assert.Null(line.Level);
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("-1")]
    [InlineData("\"now\"")]
    public void A_time_that_is_none_and_a_step_that_is_none_are_left_out(string number)
    {
        var line = AlgorithmLogEvent.Parse($$"""{"message":"m","timestamp_ms":{{number}},"step_index":1.5}""");
        Assert.True(line.IsStructured);
        Assert.Null(line.Time);
        Assert.Null(line.Step);
    }

    [Fact]
    public async Task Each_line_is_told_with_its_algorithm_and_what_it_does_not_say_is_that_of_its_call()
    {
        using var standIn = new StandIn("log");
        var lines = new ConcurrentQueue<AlgorithmLogEvent>();
        int? pid;
        await using (var algorithm = new SupervisedAlgorithm("screws:1.0.0", standIn.Launch, standIn.Images, StandIn.Timings))
        {
            algorithm.Logged += lines.Enqueue;
            Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
            pid = algorithm.ProcessId;
            // The answer may be here before the lines are: they come by another pipe. What is read once the end has begun is about no call.
            await StandInRecord.UntilAsync(() => lines.Count == 3);
        }

        Assert.Equal(["loading", "暗", "看了"], lines.Select(static line => line.Message));
        Assert.All(lines, line => Assert.Equal(("screws:1.0.0", pid, standIn.Session.TraceId, "execute"), (line.Algorithm, line.ProcessId, line.TraceId, line.Phase)));
        Assert.Equal([(standIn.Session.Id, 1), ("session-of-its-own", 7), (standIn.Session.Id, 1)], lines.Select(static line => (line.SessionId!, line.Step!.Value)));
    }

    [Fact]
    public async Task A_listener_that_fails_costs_the_call_nothing_and_is_told()
    {
        using var standIn = new StandIn("log");
        var log = new ConcurrentQueue<string>();
        await using (var algorithm = new SupervisedAlgorithm("screws", standIn.Launch, standIn.Images, StandIn.Timings, null, log.Enqueue))
        {
            algorithm.Logged += static _ => throw new InvalidOperationException("disk full");
            Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
        }

        Assert.Equal(3, log.Count(static line => line.Contains("disk full", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_log_that_fails_as_well_costs_nothing_either()
    {
        using var standIn = new StandIn("log");
        await using var algorithm = new SupervisedAlgorithm(
            "screws", standIn.Launch, standIn.Images, StandIn.Timings, null, static _ => throw new InvalidOperationException("disk full"));
        algorithm.Logged += static _ => throw new InvalidOperationException("disk full");
        Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
        Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
    }
}

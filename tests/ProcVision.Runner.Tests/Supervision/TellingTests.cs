using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ProcVision.Runner.Tests.Supervision;

/// <summary>What a Runner tells those who watch it.</summary>
public sealed class TellingTests
{
    [Fact]
    public async Task Calls_retries_and_restarts_are_counted_and_every_call_is_an_activity_with_its_trace()
    {
        var measured = new ConcurrentQueue<(string Instrument, string Tags)>();
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == RunnerMetrics.Name)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, Text(tags))));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Enqueue((instrument.Name, Text(tags))));
        meters.Start();
        var activities = new ConcurrentQueue<Activity>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == RunnerMetrics.Name,
            Sample = static (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(traces);

        await using var supervised = new Supervised(name: "counted");
        await supervised.CallAsync(Phase.Execute, "count and die once");

        string[] own = [.. measured.Where(static one => one.Tags.Contains("algorithm=counted", StringComparison.Ordinal)).Select(static one => $"{one.Instrument} {one.Tags}")];
        Assert.Equal(
            [
                "procvision.runner.retries algorithm=counted",
                "procvision.runner.restarts algorithm=counted",
                "procvision.runner.calls algorithm=counted step=1 phase=execute outcome=OK",
                "procvision.runner.call.duration algorithm=counted step=1 phase=execute outcome=OK",
            ],
            own);
        var activity = Assert.Single(activities, static one => (string?)one.GetTagItem("algorithm") == "counted");
        Assert.Equal(supervised.Session.TraceId, activity.GetTagItem("procvision.trace_id"));
        Assert.Equal(ActivityStatusCode.Ok, activity.Status);
    }

    [Fact]
    [Conformance(332)]
    public async Task An_open_breaker_is_counted_as_open_until_somebody_closes_it()
    {
        int open = 0;
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Name == "procvision.runner.breaker.open")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<int>((_, value, tags, _) => open += Text(tags) == "algorithm=breaking" ? value : 0);
        meters.Start();
        await using var supervised = new Supervised(Supervised.AtOnce with { MaxRetries = 0, BreakerCrashes = 1 }, name: "breaking");
        await supervised.Algorithm.StartAsync(TestContext.Current.CancellationToken);
        await supervised.KillAsync();
        await supervised.UntilAsync(() => supervised.Algorithm.State == AlgorithmState.Broken);
        await supervised.UntilAsync(() => Volatile.Read(ref open) == 1);
        await supervised.Algorithm.ResumeAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, open);
    }

    [Fact]
    public async Task A_listener_that_fails_costs_no_call_its_answer()
    {
        await using var supervised = new Supervised();
        supervised.Algorithm.Changed += static _ => throw new InvalidOperationException("the screen is gone");
        Assert.True((await supervised.CallAsync(Phase.Execute, "ok")).IsOk);
        Assert.Contains(supervised.Log, static line => line.Contains("the screen is gone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_algorithm_whose_start_fails_for_reasons_of_the_machine_is_an_answer_too()
    {
        using var standIn = new StandIn();
        await using var algorithm = new SupervisedAlgorithm("broken", static _ => throw new IOException("no more pipes"), StandIn.Timings);
        var answer = await algorithm.CallAsync(standIn.Call(Phase.Execute), null, TestContext.Current.CancellationToken);
        Assert.Equal(("9999", "启动失败: IOException: no more pipes"), (answer.ErrorCode, answer.Message));
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"));
}

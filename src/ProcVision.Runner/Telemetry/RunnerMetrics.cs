using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace ProcVision.Runner;

/// <summary>
/// What a Runner measures, for <c>dotnet-counters</c>, OpenTelemetry and the like. Meter and activity source have one name, <see cref="Name"/>.
/// </summary>
/// <remarks>
/// <c>procvision.runner.calls</c> ({call}): answered calls, with <c>algorithm</c>, <c>step</c>, <c>phase</c> and <c>outcome</c> (<c>OK</c>, <c>NG</c> or the
/// error code); <c>procvision.runner.call.duration</c> (s): the same calls, all their attempts together; <c>procvision.runner.retries</c> ({retry});
/// <c>procvision.runner.restarts</c> ({restart}): processes that were replaced; <c>procvision.runner.breaker.opened</c> ({opening}) and
/// <c>procvision.runner.breaker.open</c> ({breaker}): how many are open now. The activity of
/// a call is <c>procvision.call</c>, with the same tags and <c>procvision.session_id</c>, <c>procvision.trace_id</c>.
/// </remarks>
public static class RunnerMetrics
{
    /// <summary>Of the meter and of the activity source.</summary>
    public const string Name = "ProcVision.Runner";

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Activities = new(Name);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("procvision.runner.calls", "{call}", "Calls that have been answered.");
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("procvision.runner.call.duration", "s", "From the call to its answer, with all attempts.");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("procvision.runner.retries", "{retry}", "Calls that were made again.");
    private static readonly Counter<long> Restarts = Meter.CreateCounter<long>("procvision.runner.restarts", "{restart}", "Processes that took the place of one that failed.");
    private static readonly Counter<long> Openings = Meter.CreateCounter<long>("procvision.runner.breaker.opened", "{opening}", "Times a breaker has opened.");

    private static readonly UpDownCounter<int> Open = Meter.CreateUpDownCounter<int>("procvision.runner.breaker.open", "{breaker}", "1 while the breaker of an algorithm is open.");

    internal static Activity? Begin(string algorithm, StepCallRequest call)
    {
        var activity = Activities.StartActivity("procvision.call", ActivityKind.Client);
        activity?.SetTag("algorithm", algorithm).SetTag("step", call.Step).SetTag("phase", PhaseName(call.Phase))
            .SetTag("procvision.session_id", call.Session.Id).SetTag("procvision.trace_id", call.Session.TraceId);
        return activity;
    }

    internal static void End(Activity? activity, string algorithm, StepCallRequest call, CallAnswer answer, TimeSpan elapsed)
    {
        string outcome = !answer.IsOk ? answer.ErrorCode ?? "ERROR" : answer.Verdict == Verdict.Ng ? "NG" : "OK";
        activity?.SetTag("outcome", outcome).SetStatus(answer.IsOk ? ActivityStatusCode.Ok : ActivityStatusCode.Error, answer.IsOk ? null : answer.Message);
        var tags = new TagList
        {
            { "algorithm", algorithm },
            { "step", call.Step.ToString(CultureInfo.InvariantCulture) },
            { "phase", PhaseName(call.Phase) },
            { "outcome", outcome },
        };
        Calls.Add(1, tags);
        Durations.Record(elapsed.TotalSeconds, tags);
    }

    internal static void Retry(string algorithm) => Retries.Add(1, new KeyValuePair<string, object?>("algorithm", algorithm));

    internal static void Restart(string algorithm) => Restarts.Add(1, new KeyValuePair<string, object?>("algorithm", algorithm));

    internal static void BreakerOpens(string algorithm)
    {
        var tag = new KeyValuePair<string, object?>("algorithm", algorithm);
        Openings.Add(1, tag);
        Open.Add(1, tag);
    }

    internal static void BreakerCloses(string algorithm) => Open.Add(-1, new KeyValuePair<string, object?>("algorithm", algorithm));

    private static string PhaseName(Phase phase) => phase == Phase.Pre ? "pre" : "execute";
}

using System.Diagnostics;

namespace ProcVision.Runner;

/// <summary>
/// One detection: the steps of one product on one picture in one session. A step is pre, and execute unless pre failed (conformance 65,
/// C38). A step that fails ends the detection, because the next one builds on what it should have left in the session; NG does not.
/// </summary>
public static class Detection
{
    /// <summary>Runs the steps one after the other.</summary>
    /// <param name="process">The algorithm. After a call without answer it has ended.</param>
    /// <param name="session">The session of all calls; its product is the pid.</param>
    /// <param name="image">The picture of all calls.</param>
    /// <param name="steps">The steps in the order they run in.</param>
    /// <param name="limit">How long each call may take; null for the limits of the process.</param>
    /// <param name="region">Where the session's values are kept, if the algorithm takes it; null: it keeps them itself.</param>
    /// <param name="cancellation">Ends it between or during calls.</param>
    public static async Task<DetectionReport> RunAsync(
        AlgorithmProcess process,
        SessionIdentity session,
        HandedImage image,
        IReadOnlyList<DetectionStep> steps,
        TimeSpan? limit = null,
        SessionRegion? region = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(steps);
        var clock = Stopwatch.StartNew();
        var reports = new List<StepReport>(steps.Count);
        int failed = 0;
        foreach (var step in steps)
        {
            var report = failed == 0
                ? await RunStepAsync(step).ConfigureAwait(false)
                : new(step.Index, step.Name, null, null, $"步骤 {failed} 出错");
            reports.Add(report);
            if (failed == 0 && report.IsError)
                failed = step.Index;
        }

        var elapsed = clock.Elapsed;
        var values = region is not null && process.TakesRegions
            ? process.ValuesIn(region)
            : await process.SessionValuesAsync(session, cancellation).ConfigureAwait(false);
        return new(session, reports, elapsed) { SessionValues = values };

        async Task<StepReport> RunStepAsync(DetectionStep step)
        {
            var pre = await CallAsync(Phase.Pre, step).ConfigureAwait(false);
            return pre.IsOk
                ? new(step.Index, step.Name, pre, await CallAsync(Phase.Execute, step).ConfigureAwait(false), null)
                : new(step.Index, step.Name, pre, null, "预执行出错");
        }

        Task<CallAnswer> CallAsync(Phase phase, DetectionStep step)
        {
            var call = new StepCallRequest
            {
                Phase = phase,
                Step = step.Index,
                Pid = session.ProductCode,
                Session = session,
                Region = region,
                Parameters = step.Parameters,
                Image = image,
            };
            return process.CallAsync(call, limit, cancellation);
        }
    }
}

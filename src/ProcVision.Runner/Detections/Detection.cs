using System.Diagnostics;

namespace ProcVision.Runner;

/// <summary>
/// One detection: the steps of one product on one picture in one session. A step is pre, and execute unless pre failed (conformance 65,
/// C38). A step that fails ends the detection, because the next one builds on what it should have left in the session; NG does not.
/// </summary>
public static class Detection
{
    /// <summary>Runs the steps one after the other.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="session">The session of all calls; its product is the pid.</param>
    /// <param name="image">The picture of all calls.</param>
    /// <param name="steps">The steps in the order they run in.</param>
    /// <param name="limit">How long each call may take; null for the limits of the algorithm.</param>
    /// <param name="region">Where the session's values are kept, if the algorithm takes it; null: it keeps them itself.</param>
    /// <param name="log">Gets a line for every value of the session that could not be read.</param>
    /// <param name="cancellation">Ends it between or during calls.</param>
    public static async Task<DetectionReport> RunAsync(
        IHostedAlgorithm algorithm,
        SessionIdentity session,
        HandedImage image,
        IReadOnlyList<DetectionStep> steps,
        TimeSpan? limit = null,
        SessionRegion? region = null,
        Action<string>? log = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
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
        var values = region is not null && algorithm.TakesRegions
            ? ValuesIn(region, log)
            : await algorithm.SessionValuesAsync(session, cancellation).ConfigureAwait(false);
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
            return algorithm.CallAsync(call, limit, cancellation);
        }
    }

    /// <summary>The values out of the Runner's own memory, also when the algorithm has died.</summary>
    private static IReadOnlyList<SessionValue> ValuesIn(SessionRegion region, Action<string>? log)
    {
        try
        {
            var state = region.Read();
            foreach (string problem in state.Problems)
                log?.Invoke($"没有取到会话值: {problem}");
            return state.Values;
        }
        catch (SessionRegionException e)
        {
            log?.Invoke($"没有取到会话值: {e.Message}");
            return [];
        }
    }
}

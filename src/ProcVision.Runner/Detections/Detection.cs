using System.Diagnostics;

namespace ProcVision.Runner;

/// <summary>
/// One detection: the steps of one product on one picture in one session. A step is pre, and execute unless pre failed (conformance 65,
/// C38). A step that fails ends the detection, because the next one builds on what it should have left in the session; NG does not. A picture or a
/// parameter that cannot be right is refused before anything is called (1002, 1006; C13), whatever the algorithm is written in.
/// </summary>
public static class Detection
{
    /// <summary>Runs the steps one after the other.</summary>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="request">What to run.</param>
    /// <param name="cancellation">Ends it between or during calls.</param>
    /// <returns>What came of it; whatever the algorithm does is in there, and no exception.</returns>
    public static async Task<DetectionReport> RunAsync(IHostedAlgorithm algorithm, DetectionRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        ArgumentNullException.ThrowIfNull(request);
        request = request with { Log = SafeLog.Of(request.Log) };
        var info = (await algorithm.InfoAsync(cancellation).ConfigureAwait(false)).Info;
        foreach (string problem in info?.Problems ?? [])
            request.Log?.Invoke(Words.Of($"参数未检查: 算法的 info 有误: {problem}", $"parameters unchecked: the info of the algorithm is wrong: {problem}"));
        var clock = Stopwatch.StartNew();
        var steps = RequestCheck.Refusal(request, info) is { } refusal
            ? [.. request.Steps.Select(step => Refused(step, refusal.Step, refusal.Answer))]
            : await RunStepsAsync(algorithm, request, cancellation).ConfigureAwait(false);
        var elapsed = clock.Elapsed;
        return request.Region is { } region && algorithm.TakesRegions
            ? new(request.Session, steps, elapsed)
            {
                SessionValues = KeptSession.Values(region, request.Log),
                Archive = request.Archive ? KeptSession.Archive(region, request.Log) : null,
            }
            : new(request.Session, steps, elapsed) { SessionValues = await algorithm.SessionValuesAsync(request.Session, cancellation).ConfigureAwait(false) };
    }

    private static StepReport Refused(DetectionStep step, int refused, CallAnswer answer) => step.Index == refused
        ? new(step.Index, step.Name, answer, null, Words.Of("未调用", "not called"))
        : new(step.Index, step.Name, null, null, Words.Of($"步骤 {refused} 未被接受", $"step {refused} was not accepted"));

    private static async Task<IReadOnlyList<StepReport>> RunStepsAsync(IHostedAlgorithm algorithm, DetectionRequest request, CancellationToken cancellation)
    {
        var reports = new List<StepReport>(request.Steps.Count);
        int failed = 0;
        foreach (var step in request.Steps)
        {
            var report = failed == 0
                ? await RunStepAsync(step).ConfigureAwait(false)
                : new(step.Index, step.Name, null, null, Words.Of($"步骤 {failed} 出错", $"step {failed} failed"));
            reports.Add(report);
            if (failed == 0 && report.IsError)
                failed = step.Index;
        }

        return reports;

        async Task<StepReport> RunStepAsync(DetectionStep step)
        {
            var pre = await CallAsync(Phase.Pre, step).ConfigureAwait(false);
            return pre.IsOk
                ? new(step.Index, step.Name, pre, await CallAsync(Phase.Execute, step).ConfigureAwait(false), null)
                : new(step.Index, step.Name, pre, null, Words.Of("预执行出错", "pre_execute failed"));
        }

        Task<CallAnswer> CallAsync(Phase phase, DetectionStep step) => algorithm.CallAsync(
            new()
            {
                Phase = phase,
                Step = step.Index,
                Pid = request.Session.ProductCode,
                Session = request.Session,
                Region = request.Region,
                Parameters = step.Parameters,
                Image = request.Image,
            },
            request.Limit,
            cancellation);
    }
}

using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// Starts an algorithm as a line would and calls every step for every product (conformance 424–437, 443, 445): with the defaults, and with each
/// parameter at its limits.
/// </summary>
internal sealed class Trial(CheckList checks, ManifestFile manifest, AlgorithmLaunch launch, ValidateRequest request)
{
    /// <summary>What a session holds in all (conformance 19).</summary>
    private const int LargestSession = 102_400;

    /// <summary>A line waits for every restart; slower than this is worth a look.</summary>
    private static readonly TimeSpan SlowStart = TimeSpan.FromSeconds(2);

    private readonly SmokeFindings _findings = new();
    private readonly SortedDictionary<string, (int Count, string First)> _errors = new(StringComparer.Ordinal);
    private readonly HashSet<(string Picture, string Pid)> _refusedAnyway = [];
    private int _detections;

    public async Task RunAsync(IReadOnlyList<Picture> pictures, CancellationToken cancellation)
    {
        using var images = ImageHandover.Open();
        using var regions = new DetectionRegions(manifest.Model.Name, static note => ToolStreams.Error.WriteLine(note));
        var algorithm = Supervise(images);
        await using (algorithm.ConfigureAwait(false))
        {
            if (!await StartAsync(algorithm, cancellation).ConfigureAwait(false))
                return;
            InfoChecks.Run(checks, manifest.Model, await algorithm.InfoAsync(cancellation).ConfigureAwait(false), request.Full);
            foreach (var picture in pictures)
            {
                foreach (var plan in SmokePlan.All(manifest.Model, picture.Header.Width, picture.Header.Height, request.Full))
                {
                    if (algorithm.IsUsable)
                        await DetectAsync(algorithm, images, regions, picture, plan, cancellation).ConfigureAwait(false);
                }
            }
        }

        _findings.WriteTo(checks);
        TellErrors();
        if (request.Full)
            checks.Add("execute_result", "received", _detections > 0 ? null : "invalid");
    }

    private async Task<bool> StartAsync(SupervisedAlgorithm algorithm, CancellationToken cancellation)
    {
        try
        {
            await algorithm.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (AlgorithmStartException e)
        {
            string last = string.Concat(e.Stderr.TakeLast(10).Select(static line => $"\n{AlgorithmLogLine.Format(line).Trim()}"));
            checks.Fail("entry_import", $"[{e.ErrorCode}] {e.Message}{last}");
            if (request.Full)
                checks.Fail("adapter_start", "start failed");
            return false;
        }

        checks.Pass("entry_import", "imported");
        if (request.Full)
        {
            checks.Pass("adapter_start", "started");
            checks.Pass("adapter_hello", "hello");
        }

        string time = Shown.Ms(algorithm.StartTime);
        if (algorithm.StartTime > SlowStart)
            checks.Warn("start_time", Words.Of($"{time}；请把模型的加载放到 Setup 之外，或减少它", $"{time}; load less before the algorithm can answer"));
        else
            checks.Pass("start_time", time);
        return true;
    }

    private async Task DetectAsync(
        SupervisedAlgorithm algorithm, ImageHandover images, DetectionRegions regions, Picture picture, SmokePlan plan, CancellationToken cancellation)
    {
        var steps = StepChoice.Choose(manifest, only: null);
        var parameters = ParameterAssignment.Make(manifest.Model.Steps, steps, plan.Parameters, picture.Header.Width, picture.Header.Height);
        string variant = plan.Variant.Length == 0 ? plan.Pid : $"{plan.Pid} {plan.Variant}";
        if (parameters.Problems.Count > 0)
        {
            // A required parameter without a default: nobody can know a value for it.
            _findings.Add("smoke_execute", variant, string.Join("; ", parameters.Problems) + Words.Of("；请给它一个 default", "; give it a default"));
            return;
        }

        var session = SessionIdentity.ForDevelopment(plan.Pid);
        using var image = images.Place(picture.Encoded, picture.Header, session.Id);
        using var region = regions.Rent(session);
        var report = await Detection.RunAsync(algorithm, new() { Session = session, Image = image, Steps = parameters.Steps, Region = region }, cancellation).ConfigureAwait(false);
        _detections++;
        foreach (var step in report.Steps)
        {
            string where = Words.Of($"{variant} 步骤 {step.Index}", $"{variant} step {step.Index}");
            if (step.PreExecute is { } pre)
                AnswerChecks.Pre(_findings, $"{where} pre", pre);
            if (step.Execute is { } execute)
                AnswerChecks.Execute(_findings, $"{where} execute", execute);
            if (step.Failure is { ErrorCode: { } code } failure)
                _errors[code] = _errors.TryGetValue(code, out var known) ? (known.Count + 1, known.First) : (1, $"{where}: {failure.Message}");
        }

        Accepted(picture, plan, variant, report);
        long size = report.SessionValues.Sum(static value => (long)Encoding.UTF8.GetByteCount(value.Key) + Encoding.UTF8.GetByteCount(value.Value.GetRawText()));
        _findings.Add("session_limit", variant, size <= LargestSession ? null : Words.Of(
            $"会话有 {Shown.Bytes(size)}，最多 {Shown.Bytes(LargestSession)}；请只保存后面的步骤需要的值", $"the session has {Shown.Bytes(size)} of at most {Shown.Bytes(LargestSession)}; keep only what later steps need"));
    }

    /// <summary>
    /// A limit that the manifest allows and the algorithm refuses is a manifest that allows too much. Not so where the defaults are refused as well: then
    /// it is the picture, of which nobody knows whether there should be anything in it.
    /// </summary>
    private void Accepted(Picture picture, SmokePlan plan, string variant, DetectionReport report)
    {
        var failure = report.Steps.FirstOrDefault(static step => step.IsError)?.Failure;
        if (plan.Variant.Length == 0 && failure is not null)
            _refusedAnyway.Add((picture.Path, plan.Pid));
        if (_refusedAnyway.Contains((picture.Path, plan.Pid)))
            return;
        bool isRefused = failure is { ErrorCode: AnswerCode.InvalidParams or AnswerCode.CoordinateInvalid, Source: not CallAnswerSource.Runner };
        _findings.Add("parameters_accepted", variant, !isRefused ? null : Words.Of(
            $"[{failure!.ErrorCode}] {failure.Message}；清单允许这个值，请收紧 manifest.json 中的范围",
            $"[{failure!.ErrorCode}] {failure.Message}; the manifest allows this value. Narrow the limits in manifest.json"), isWarning: true);
    }

    /// <summary>Whether an ERROR is right for a picture nobody can know (conformance 444); but behind it little was tried.</summary>
    private void TellErrors()
    {
        if (_errors.Count == 0 || checks.All.Any(static check => check is { Name: "smoke_execute", Result: CheckResult.Fail }))
            return;
        string list = string.Join('\n', _errors.Select(static error => $"[{error.Key}] x{error.Value.Count}, {error.Value.First}"));
        string cure = request.Image is null ? Words.Of("\n请用 --image 给出一张真实的图像，后面的步骤才会被试到", "\nGive a real picture with --image, so that the steps behind are tried as well") : "";
        checks.Warn("smoke_errors", list + cure);
    }

    private SupervisedAlgorithm Supervise(ImageHandover images) => new(
        manifest.Model.Name,
        async cancellation => await AlgorithmProcess.StartAsync(launch, images, RunnerTimings.Spec, null, new AlgorithmLines(request.TailLogs).Add, cancellation).ConfigureAwait(false),
        RunnerTimings.Spec,
        new() { MaxRetries = 0, Restarts = 1, RestartWhenIdle = false, BreakerCrashes = 3 });
}

using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What has to be readable from two metres.</summary>
/// <param name="Word">OK, NG or ERROR.</param>
/// <param name="Meaning">The word in Chinese.</param>
/// <param name="Tone">For the style; never the only sign.</param>
/// <param name="Reasons">Why, most important first; empty for OK.</param>
internal sealed record VerdictText(string Word, string Meaning, string Tone, IReadOnlyList<VerdictReason> Reasons)
{
    public static VerdictText Of(InspectionRecord record) => record switch
    {
        { StartFailure: { } failure } => new("ERROR", "无法启动", "error", [new("启动算法", failure.Message, failure.ErrorCode, null)]),
        { Outcome: DetectionOutcome.Ok } => new("OK", "合格", "ok", []),
        { Outcome: DetectionOutcome.Ng } => new("NG", "不合格", "ng", [.. NgReasons(record.Detection!)]),
        _ => new("ERROR", "检测出错", "error", [.. Failures(record.Detection)]),
    };

    private static IEnumerable<VerdictReason> NgReasons(DetectionReport detection) => detection.Steps
        .Where(static step => step.Execute?.Verdict == Verdict.Ng)
        .Select(static step => new VerdictReason(Name(step), step.Execute!.Data.Text("ng_reason") ?? "", null, null));

    private static IEnumerable<VerdictReason> Failures(DetectionReport? detection) => (detection?.Steps ?? [])
        .Where(static step => step.IsError)
        .Select(static step => new VerdictReason(
            $"{Name(step)} · {(step.PreExecute is { IsOk: false } ? "预执行" : "执行")}",
            step.Failure!.Message,
            step.Failure.ErrorCode,
            step.Failure.Frame.Text("error_kind")));

    private static string Name(StepReport step) => $"步骤 {step.Index} {step.Name}".TrimEnd();
}

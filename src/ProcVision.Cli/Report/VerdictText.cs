using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What has to be readable from two metres.</summary>
/// <param name="Word">OK, NG or ERROR.</param>
/// <param name="Meaning">The word in the language of the reader.</param>
/// <param name="Tone">For the style; never the only sign.</param>
/// <param name="Reasons">Why, most important first; empty for OK.</param>
internal sealed record VerdictText(string Word, string Meaning, string Tone, IReadOnlyList<VerdictReason> Reasons)
{
    public static VerdictText Of(InspectionRecord record) => record switch
    {
        { StartFailure: { } failure } => new("ERROR", Words.Of("无法启动", "Does not start"), "error", [new(Words.Of("启动算法", "starting the algorithm"), failure.Message, failure.ErrorCode, null)]),
        { Outcome: DetectionOutcome.Ok } => new("OK", Words.Of("合格", "Good"), "ok", []),
        { Outcome: DetectionOutcome.Ng } => new("NG", Words.Of("不合格", "Not good"), "ng", [.. NgReasons(record.Detection!)]),
        _ => new("ERROR", Words.Of("检测出错", "The inspection failed"), "error", [.. Failures(record.Detection)]),
    };

    private static IEnumerable<VerdictReason> NgReasons(DetectionReport detection) => detection.Steps
        .Where(static step => step.Execute?.Verdict == Verdict.Ng)
        .Select(static step => new VerdictReason(Name(step), step.Execute!.Data.Text("ng_reason") ?? "", null, null));

    private static IEnumerable<VerdictReason> Failures(DetectionReport? detection) => (detection?.Steps ?? [])
        .Where(static step => step.IsError)
        .Select(static step => new VerdictReason(
            $"{Name(step)} · {(step.PreExecute is { IsOk: false } ? Words.Of("预执行", "pre-execute") : Words.Of("执行", "execute"))}",
            step.Failure!.Message,
            step.Failure.ErrorCode,
            step.Failure.Frame.Text("error_kind")));

    private static string Name(StepReport step) => $"{Shown.Step(step.Index)} {step.Name}".TrimEnd();
}

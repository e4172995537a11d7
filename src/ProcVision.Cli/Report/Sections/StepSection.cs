using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>One card per step: what it was asked with, what it answered, how long it took.</summary>
internal static class StepSection
{
    public static void Write(HtmlWriter html, InspectionRecord record)
    {
        html.Line($"""<div class="steps">""");
        foreach (var step in record.Steps)
            WriteCard(html, step, record.ReportOf(step));
        html.Line($"</div>");
    }

    private static void WriteCard(HtmlWriter html, PlannedStep step, StepReport? report)
    {
        var (word, tone) = Verdict(report);
        html.Line($"""<section class="card step"><h2><span class="pill {tone}">{word}</span> {Shown.Step(step.Index)} <bdi>{step.Name}</bdi></h2>""");
        if (report?.PreExecute is { } pre)
            AnswerPart.Write(html, Words.Of("预执行", "Pre-execute"), pre);
        if (report?.Execute is { } execute)
            AnswerPart.Write(html, Words.Of("执行", "Execute"), execute);
        if (report?.SkippedBecause is { } reason)
            html.Line($"""
                <div class="answer"><h3>{(report.PreExecute is null ? Words.Of("预执行和执行", "Pre-execute and execute") : Words.Of("执行", "Execute"))} <span class="pill skipped">{Words.Of("已跳过", "skipped")}</span></h3><p class="data">{reason}</p></div>
                """);
        WriteParameters(html, step.Parameters);
        html.Line($"</section>");
    }

    private static (string Word, string Tone) Verdict(StepReport? report) => report switch
    {
        null => (Words.Of("未执行", "not run"), "skipped"),
        { PreExecute: null } => (Words.Of("跳过", "skipped"), "skipped"),
        { IsError: true } => ("ERROR", "error"),
        { Execute.Verdict: ProcVision.Verdict.Ng } => ("NG", "ng"),
        _ => ("OK", "ok"),
    };

    private static void WriteParameters(HtmlWriter html, IReadOnlyList<UsedParameter> parameters)
    {
        if (parameters.Count == 0)
            return;
        html.Line($"""
            <h3>{Words.Of("参数", "Parameters")}</h3>
            <div class="scroll"><table class="params"><thead><tr><th>{Words.Of("参数", "Parameter")}</th><th>{Words.Of("值", "Value")}</th><th>{Words.Of("来源", "Origin")}</th><th>{Words.Of("说明", "Description")}</th></tr></thead><tbody>
            """);
        foreach (var parameter in parameters)
        {
            html.Line($"""
                <tr><th scope="row"><div class="data">{parameter.Key}</div></th><td><div class="data"><b>{parameter.Value}</b> <bdi>{parameter.Unit}</bdi></div></td><td>{Origin(parameter.Origin)}</td><td><div class="data">{parameter.Description}</div></td></tr>
                """);
        }

        html.Line($"</tbody></table></div>");
    }

    private static string Origin(ParameterOrigin origin) => origin switch
    {
        ParameterOrigin.Given => Words.Of("给定", "given"),
        ParameterOrigin.Default => Words.Of("默认", "default"),
        ParameterOrigin.WholePicture => Words.Of("整幅图像", "whole picture"),
        _ => Words.Of("未给出", "not given"),
    };
}

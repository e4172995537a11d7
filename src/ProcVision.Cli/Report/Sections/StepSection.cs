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
        html.Line($"""<section class="card step"><h2><span class="pill {tone}">{word}</span> 步骤 {step.Index} <bdi>{step.Name}</bdi></h2>""");
        if (report?.PreExecute is { } pre)
            AnswerPart.Write(html, "预执行", pre);
        if (report?.Execute is { } execute)
            AnswerPart.Write(html, "执行", execute);
        if (report?.SkippedBecause is { } reason)
            html.Line($"""
                <div class="answer"><h3>{(report.PreExecute is null ? "预执行和执行" : "执行")} <span class="pill skipped">已跳过</span></h3><p class="data">{reason}</p></div>
                """);
        WriteParameters(html, step.Parameters);
        html.Line($"</section>");
    }

    private static (string Word, string Tone) Verdict(StepReport? report) => report switch
    {
        null => ("未执行", "skipped"),
        { PreExecute: null } => ("跳过", "skipped"),
        { IsError: true } => ("ERROR", "error"),
        { Execute.Verdict: ProcVision.Verdict.Ng } => ("NG", "ng"),
        _ => ("OK", "ok"),
    };

    private static void WriteParameters(HtmlWriter html, IReadOnlyList<UsedParameter> parameters)
    {
        if (parameters.Count == 0)
            return;
        html.Line($"""
            <h3>参数</h3>
            <div class="scroll"><table class="params"><thead><tr><th>参数</th><th>值</th><th>来源</th><th>说明</th></tr></thead><tbody>
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
        ParameterOrigin.Given => "给定",
        ParameterOrigin.Default => "默认",
        ParameterOrigin.WholePicture => "整幅图像",
        _ => "未给出",
    };
}

using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What came back from one call.</summary>
internal static class AnswerPart
{
    /// <summary>Shown elsewhere, or the same in every answer.</summary>
    private static readonly string[] ShownElsewhere =
        ["phase", "step_index", "result_status", "ng_reason", "defect_rects", "position_rects", "calibration_rects", "debug", "error_code", "error_kind"];

    public static void Write(HtmlWriter html, string phase, CallAnswer answer)
    {
        var (word, tone) = answer switch
        {
            { IsOk: false } => ("ERROR", "error"),
            { Verdict: Verdict.Ng } => ("NG", "ng"),
            _ => ("OK", "ok"),
        };
        html.Line($"""
            <div class="answer"><h3>{phase} <span class="pill {tone}">{word}</span> <span class="ms">{Shown.Ms(answer.Elapsed)}</span></h3>
            """);
        string reason = answer.ShownData.Text("ng_reason") ?? "";
        if (reason.Length > 0)
            html.Line($"""<p class="data strong">{reason}</p>""");
        // Of an NG the message usually is the reason.
        if (answer.Message.Length > 0 && answer.Message != reason)
            html.Line($"""<p class="data">{answer.Message}</p>""");
        if (!answer.IsOk)
            WriteError(html, answer);
        foreach (string warning in answer.Warnings)
            html.Line($"""<p class="warn">{Words.Of("警告", "Warning")}: {warning}</p>""");
        MemberTable.Write(html, Words.Of("诊断", "Diagnostics"), Members(answer.ShownData.Member("debug")).Concat(Members(answer.Frame.Member("debug"))));
        MemberTable.Write(html, Words.Of("其他返回值", "Other returned values"), Members(answer.ShownData).Where(static member => !ShownElsewhere.Contains(member.Name)));
        html.Line($"</div>");
    }

    private static void WriteError(HtmlWriter html, CallAnswer answer)
    {
        html.Write($"""<p class="where">""");
        if (answer.ErrorCode is { } code)
            html.Write($"""<span class="code">error_code <b><bdi>{code}</bdi></b> {ErrorText.OfCode(code)}</span> · """);
        if (answer.Frame.Text("error_kind") is { } kind)
            html.Write($"""<span class="code">error_kind <b><bdi>{kind}</bdi></b> {ErrorText.OfKind(kind)}</span> · """);
        html.Line($"{Source(answer.Source)}</p>");
    }

    private static string Source(CallAnswerSource source) => source switch
    {
        CallAnswerSource.Result => Words.Of("算法返回的结果", "a result of the algorithm"),
        CallAnswerSource.ErrorFrame => Words.Of("算法返回的 error 帧", "an error frame of the algorithm"),
        _ => Words.Of("算法没有给出有效的应答，由主机判定", "no valid answer of the algorithm; so judged by the host"),
    };

    private static JsonProperty[] Members(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? [.. json.EnumerateObject()] : [];
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The result for people (conformance 449).</summary>
internal sealed class HumanReport(StringBuilder text)
{
    private const int RectsShown = 6;
    private const int ValueShown = 160;

    /// <param name="record">An inspection that was run.</param>
    /// <param name="detection">What came of it.</param>
    /// <param name="reportPath">Where its report is; null when there is none.</param>
    public void Write(InspectionRecord record, DetectionReport detection, string? reportPath)
    {
        var picture = record.Picture;
        Line($"算法: {record.Manifest.Name} {record.Manifest.Version}");
        Line($"产品: {record.Session.ProductCode}");
        Line($"图像: {picture.Path} {picture.Header.Width}x{picture.Header.Height}");
        foreach (var step in detection.Steps)
            Write(step);
        Session(detection.SessionValues);
        Line($"");
        Line($"结果: {Summary(detection)}");
        Line($"用时: 启动 {Shown.Ms(record.Algorithm?.StartTime ?? default)}，检测 {Shown.Ms(detection.Elapsed)}");
        if (reportPath is not null)
            Line($"报告: {reportPath}");
    }

    private void Write(StepReport step)
    {
        Line($"");
        Line($"步骤 {step.Index} {step.Name}");
        if (step.PreExecute is { } pre)
        {
            Line($"  预执行: {Head(pre)}");
            Rects("校准", pre.Data.Member("calibration_rects"));
        }

        if (step.Execute is { } execute)
        {
            Line($"  执行: {Head(execute)}");
            Rects("缺陷", execute.Data.Member("defect_rects"));
            Rects("位置", execute.Data.Member("position_rects"));
        }

        if (step.SkippedBecause is { } reason)
            Line($"  {(step.PreExecute is null ? "" : "执行: ")}已跳过 ({reason})");
        foreach (string warning in step.Warnings)
            Line($"  警告: {warning}");
    }

    private static string Head(CallAnswer answer)
    {
        string[] parts =
        [
            answer.Verdict switch
            {
                Verdict.Ok => "OK，判定 OK",
                Verdict.Ng => "OK，判定 NG",
                _ when answer.IsOk => "OK",
                _ => answer.ErrorCode is { } code ? $"ERROR [{code}]" : "ERROR",
            },
            answer.Data.Text("ng_reason") ?? "",
            answer.Message,
            Shown.Ms(answer.Elapsed),
        ];
        // Of an NG the message usually is the reason.
        return string.Join(" | ", parts.Where(static part => part.Length > 0).Distinct());
    }

    private void Rects(string name, JsonElement rects)
    {
        JsonElement[] all = [.. rects.Items()];
        if (rects.ValueKind != JsonValueKind.Array)
            return;
        Line($"    {name}: {all.Length}");
        foreach (var rect in all.Take(RectsShown))
            Line($"      {Rect(rect)}");
        if (all.Length > RectsShown)
            Line($"      … 另有 {all.Length - RectsShown} 个");
    }

    private void Session(IReadOnlyList<SessionValue> values)
    {
        if (values.Count == 0)
            return;
        Line($"");
        Line($"会话");
        foreach (var value in values)
        {
            Line($"  {value.Key} ({value.Type}): {Shortened(value.Value.GetRawText())}");
        }
    }

    private static string Shortened(string json)
    {
        if (json.Length <= ValueShown)
            return json;
        // No half of a character that takes two.
        int end = char.IsHighSurrogate(json[ValueShown - 1]) ? ValueShown - 1 : ValueShown;
        return json[..end] + " …";
    }

    private static string Rect(JsonElement rect)
    {
        string place = $"{Side(rect, "x")},{Side(rect, "y")} {Side(rect, "width")}x{Side(rect, "height")}";
        string score = rect.Number("score") is { } value ? value.ToString(" 0.00", CultureInfo.InvariantCulture) : "";
        return $"{place}{score} {rect.Text("label")}".TrimEnd();
    }

    private static string Side(JsonElement rect, string name) => rect.Number(name)?.ToString("0.#", CultureInfo.InvariantCulture) ?? "?";

    private static string Summary(DetectionReport report) => report.Outcome switch
    {
        DetectionOutcome.Ok => "OK",
        DetectionOutcome.Ng => $"NG，{report.Steps.First(static step => step.Execute?.Verdict == Verdict.Ng).Execute!.Data.Text("ng_reason")}",
        _ => $"ERROR，{report.Steps.First(static step => step.IsError).Failure!.Message}",
    };

    private void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

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
        Line($"{Words.Of("算法", "Algorithm")}: {record.Manifest.Name} {record.Manifest.Version}");
        Line($"{Words.Of("产品", "Product")}: {record.Session.ProductCode}");
        Line($"{Words.Of("图像", "Picture")}: {picture.Path} {picture.Header.Width}x{picture.Header.Height}");
        foreach (var step in detection.Steps)
            Write(step);
        Session(detection.SessionValues);
        Line($"");
        Line($"{Words.Of("结果", "Result")}: {Summary(detection)}");
        Line($"{Words.Of("用时: 启动", "Time: start")} {Shown.Ms(record.Algorithm?.StartTime ?? default)}{Words.Of("，检测", ", detection")} {Shown.Ms(detection.Elapsed)}");
        if (reportPath is not null)
            Line($"{Words.Of("报告", "Report")}: {reportPath}");
    }

    private void Write(StepReport step)
    {
        Line($"");
        Line($"{Words.Of("步骤", "Step")} {step.Index} {step.Name}");
        if (step.PreExecute is { } pre)
        {
            Line($"  {Words.Of("预执行", "pre_execute")}: {Head(pre)}");
            Rects(Words.Of("校准", "calibration"), pre.Data.Member("calibration_rects"));
        }

        if (step.Execute is { } execute)
        {
            Line($"  {Words.Of("执行", "execute")}: {Head(execute)}");
            Rects(Words.Of("缺陷", "defects"), execute.Data.Member("defect_rects"));
            Rects(Words.Of("位置", "positions"), execute.Data.Member("position_rects"));
        }

        if (step.SkippedBecause is { } reason)
            Line($"  {(step.PreExecute is null ? "" : Words.Of("执行: ", "execute: "))}{Words.Of("已跳过", "skipped")} ({reason})");
        foreach (string warning in step.Warnings)
            Line($"  {Words.Of("警告", "warning")}: {warning}");
    }

    private static string Head(CallAnswer answer)
    {
        string[] parts =
        [
            answer.Verdict switch
            {
                Verdict.Ok => Words.Of("OK，判定 OK", "OK, verdict OK"),
                Verdict.Ng => Words.Of("OK，判定 NG", "OK, verdict NG"),
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
            Line($"      … {Words.Of($"另有 {all.Length - RectsShown} 个", $"{all.Length - RectsShown} more")}");
    }

    private void Session(IReadOnlyList<SessionValue> values)
    {
        if (values.Count == 0)
            return;
        Line($"");
        Line($"{Words.Of("会话", "Session")}");
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
        DetectionOutcome.Ng => $"NG{Words.Of("，", ", ")}{report.Steps.First(static step => step.Execute?.Verdict == Verdict.Ng).Execute!.Data.Text("ng_reason")}",
        _ => $"ERROR{Words.Of("，", ", ")}{report.Steps.First(static step => step.IsError).Failure!.Message}",
    };

    private void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

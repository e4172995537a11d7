using System.Globalization;
using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A series for people: what was not OK as it comes, and the numbers at the end.</summary>
internal static class SeriesText
{
    public static void WriteItem(SeriesItem item)
    {
        string word = item.Outcome == DetectionOutcome.Ng ? Ink.Bad("NG") : Ink.Error("ERROR");
        string code = item.ErrorCode is { } given ? $" [{given}]" : "";
        ToolStreams.Write($"{word}{code} {TerminalText.Of(item.Path)}: {TerminalText.Of(item.Reason)}\n");
    }

    public static void Write(SeriesSummary summary, string? reportPath)
    {
        var text = new StringBuilder();
        int ok = summary.Count(DetectionOutcome.Ok), ng = summary.Count(DetectionOutcome.Ng), error = summary.Count(DetectionOutcome.Error);
        if (summary.IsPartial)
            text.Append(Ink.Bad(Words.Of($"已中断: 完成 {summary.Items.Count}/{summary.Planned}", $"Interrupted: {summary.Items.Count} of {summary.Planned} done"))).Append('\n');
        string speed = summary.PerSecond.ToString("0.0", CultureInfo.InvariantCulture);
        text.Append(Words.Of(
            $"结果: {summary.Items.Count} 张 | OK {ok} | NG {ng} | ERROR {error} | {speed} 张/秒\n",
            $"Result: {summary.Items.Count} pictures | OK {ok} | NG {ng} | ERROR {error} | {speed} pictures/s\n"));
        foreach (var call in summary.Calls)
        {
            string phase = call.Phase == "execute" ? Words.Of("执行", "execute") : Words.Of("预执行", "pre_execute");
            text.Append(Words.Of($"  步骤 {call.Step} {phase}: ", $"  step {call.Step} {phase}: "))
                .Append($"p50 {Shown.Ms(call.P50)} | p99 {Shown.Ms(call.P99)} | max {Shown.Ms(call.Most)} ({call.Count})\n");
        }

        if (summary.Slowest.Count > 0)
            text.Append(Words.Of("最慢:", "Slowest:")).Append('\n');
        foreach (var item in summary.Slowest)
            text.Append($"  {Shown.Ms(item.Elapsed)} {TerminalText.Of(item.Path)}\n");
        foreach (var (path, words) in summary.Unsteady)
            text.Append(Ink.Bad(Words.Of("前后不一致", "changed between rounds"))).Append($": {TerminalText.Of(path)}: {words}\n");
        if (reportPath is not null)
            text.Append(Words.Of("报告: ", "Report: ")).Append(reportPath).Append('\n');
        ToolStreams.Write(text.ToString());
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A comparison for people, side by side, and for scripts.</summary>
internal static class CompareOutput
{
    public static void WriteText(Comparison comparison)
    {
        var text = new StringBuilder();
        text.Append($"A: {comparison.A}\nB: {comparison.B}\n");
        if (comparison.IsPartial)
            text.Append(Words.Of($"已中断: 完成 {comparison.Items.Count}/{comparison.Planned}\n", $"Interrupted: {comparison.Items.Count} of {comparison.Planned} done\n"));
        foreach (var item in comparison.Differences)
            text.Append($"{TerminalText.Of(item.A.Path)}\n  A {Text(item.A)}\n  B {Text(item.B)}\n");
        int errors = comparison.Items.Count(static item => item.A.Outcome == DetectionOutcome.Error && item.IsSame);
        string summary = Words.Of(
            $"结果: {comparison.Items.Count} 张 | 不同 {comparison.Differences.Count} | 两者都 ERROR {errors}",
            $"Result: {comparison.Items.Count} pictures | different {comparison.Differences.Count} | ERROR in both {errors}");
        text.Append(comparison.IsSame ? Ink.Good(summary) : Ink.Bad(summary)).Append('\n');
        foreach (var (step, phase, a, b) in comparison.Calls)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {step} {phase,-12}")
                .Append($" p50 {Ms(a?.P50)} | {Ms(b?.P50)} {Ratio(a?.P50, b?.P50)}   p99 {Ms(a?.P99)} | {Ms(b?.P99)} {Ratio(a?.P99, b?.P99)}\n");
        }

        ToolStreams.Write(text.ToString());
    }

    public static void WriteJson(Comparison comparison) => ToolStreams.WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteString("a", comparison.A);
        json.WriteString("b", comparison.B);
        json.WriteNumber("planned", comparison.Planned);
        json.WriteNumber("compared", comparison.Items.Count);
        json.WriteBoolean("same", comparison.IsSame);
        json.WriteStartArray("differences");
        foreach (var item in comparison.Differences)
        {
            json.WriteStartObject();
            json.WriteString("image", item.A.Path);
            json.WriteNumber("round", item.A.Round);
            Item(json, "a", item.A);
            Item(json, "b", item.B);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("calls");
        foreach (var (step, phase, a, b) in comparison.Calls)
        {
            json.WriteStartObject();
            json.WriteNumber("step_index", step);
            json.WriteString("phase", phase);
            Times(json, "a", a);
            Times(json, "b", b);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Item(Utf8JsonWriter json, string name, SeriesItem item)
    {
        json.WriteStartObject(name);
        json.WriteString("outcome", item.Word);
        json.WriteString("error_code", item.ErrorCode);
        json.WriteString("reason", item.Reason);
        json.WriteNumber("defects", ComparedItem.Defects(item));
        json.WriteNumber("elapsed_ms", Math.Round(item.Elapsed.TotalMilliseconds, 3));
        json.WriteEndObject();
    }

    private static void Times(Utf8JsonWriter json, string name, CallTimes? times)
    {
        if (times is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("p50_ms", Math.Round(times.P50.TotalMilliseconds, 3));
        json.WriteNumber("p99_ms", Math.Round(times.P99.TotalMilliseconds, 3));
        json.WriteEndObject();
    }

    private static string Text(SeriesItem item)
    {
        string code = item.ErrorCode is { } given ? $" [{given}]" : "";
        string defects = Words.Of($"{ComparedItem.Defects(item)} 个缺陷", $"{ComparedItem.Defects(item)} defects");
        return $"{item.Word}{code} | {defects} | {Shown.Ms(item.Elapsed)} | {TerminalText.Of(item.Reason)}";
    }

    private static string Ms(TimeSpan? time) => time is { } given ? given.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture) + " ms" : "-";

    private static string Ratio(TimeSpan? a, TimeSpan? b) => a is { } one && b is { } two && one > TimeSpan.Zero
        ? (two / one).ToString("0.00", CultureInfo.InvariantCulture) + "x"
        : "";
}

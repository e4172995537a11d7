using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A series for scripts: <c>summary</c> with the numbers, <c>images</c> with each picture in the order it was inspected in.</summary>
internal static class SeriesJson
{
    public static void Write(SeriesSummary summary, string? reportPath) => ToolStreams.WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("summary");
        json.WriteNumber("planned", summary.Planned);
        json.WriteNumber("inspected", summary.Items.Count);
        json.WriteBoolean("partial", summary.IsPartial);
        json.WriteNumber("ok", summary.Count(DetectionOutcome.Ok));
        json.WriteNumber("ng", summary.Count(DetectionOutcome.Ng));
        json.WriteNumber("error", summary.Count(DetectionOutcome.Error));
        json.WriteNumber("per_second", Math.Round(summary.PerSecond, 2));
        json.WriteStartArray("steps");
        foreach (var call in summary.Calls)
        {
            json.WriteStartObject();
            json.WriteNumber("step_index", call.Step);
            json.WriteString("phase", call.Phase);
            json.WriteNumber("calls", call.Count);
            json.WriteNumber("p50_ms", Ms(call.P50));
            json.WriteNumber("p99_ms", Ms(call.P99));
            json.WriteNumber("max_ms", Ms(call.Most));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Paths(json, "slowest", summary.Slowest.Select(static item => item.Path));
        Paths(json, "unsteady", summary.Unsteady.Select(static image => image.Path));
        json.WriteEndObject();
        json.WriteStartArray("images");
        foreach (var item in summary.Items)
            Item(json, item);
        json.WriteEndArray();
        if (reportPath is not null)
            json.WriteString("report", reportPath);
        json.WriteEndObject();
    });

    private static void Item(Utf8JsonWriter json, SeriesItem item)
    {
        json.WriteStartObject();
        json.WriteString("image", item.Path);
        json.WriteNumber("round", item.Round);
        json.WriteString("outcome", item.Word);
        if (item.Outcome == DetectionOutcome.Ng)
            json.WriteString("ng_reason", item.Reason);
        if (item.Outcome == DetectionOutcome.Error)
        {
            json.WriteString("error_code", item.ErrorCode);
            json.WriteString("message", item.Reason);
        }

        json.WriteNumber("defects", item.Rects.All.Count(static rect => rect.Kind == RectKind.Defect));
        json.WriteNumber("elapsed_ms", Ms(item.Elapsed));
        json.WriteStartArray("calls");
        foreach (var call in item.Calls)
        {
            json.WriteStartObject();
            json.WriteNumber("step_index", call.Step);
            json.WriteString("phase", call.Phase);
            json.WriteNumber("ms", Ms(call.Elapsed));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Paths(Utf8JsonWriter json, string name, IEnumerable<string> paths)
    {
        json.WriteStartArray(name);
        foreach (string path in paths)
            json.WriteStringValue(path);
        json.WriteEndArray();
    }

    private static double Ms(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}

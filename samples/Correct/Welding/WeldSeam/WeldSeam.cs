using System.Text.Json;
using System.Text.Json.Serialization;
using InspectionKit;
using ProcVision;

namespace Welding.Seam;

public sealed record SeamSettings(int Level, int MaxGap);

/// <summary>
/// A bright seam runs from left to right. Its width in each column is measured on all processors, for which the pixels are needed as memory; then
/// the longest stretch that is too narrow decides.
/// </summary>
[Algorithm]
public sealed partial class WeldSeam : InspectionBase<SeamSettings>
{
    protected override SeamSettings Read(string text) =>
        JsonSerializer.Deserialize(text, SeamJson.Default.SeamSettings) ?? throw new JsonException("The settings are null.");

    [Execute(1)]
    private ExecuteResult CheckSeam(in CheckSeamStep step)
    {
        var settings = SettingsOf(step.Pid);
        var area = step.Params.Area;
        var pixels = step.Image.Memory;
        var (stride, channels) = (step.Image.Stride, step.Image.Format == PixelFormat.Gray8 ? 1 : 3);
        var widths = new int[area.Width];
        var options = new ParallelOptions { CancellationToken = step.Cancellation };
        Parallel.For(0, area.Width, options, i =>
        {
            var bytes = pixels.Span;
            var column = (area.X + i) * channels;
            for (var y = area.Y; y < area.Bottom; y++)
                widths[i] += bytes[(y * stride) + column] >= settings.Level ? 1 : 0;
        });

        var (gap, at) = LongestBelow(widths, step.Params.MinWidth);
        step.Diagnostics.Publish("narrowest", widths.Min());
        step.Diagnostics.Publish("gap", gap);
        if (gap <= settings.MaxGap)
            return ExecuteResult.Ok([new(area, "焊缝")]);

        var box = new Rect(area.X + at, area.Y, gap, area.Height);
        return ExecuteResult.Ng($"焊缝中断 {gap} px", [new(box, "焊缝过窄")]);
    }

    private static (int Length, int Start) LongestBelow(int[] widths, double limit)
    {
        var (best, start, run) = (0, 0, 0);
        for (var i = 0; i < widths.Length; i++)
        {
            run = widths[i] < limit ? run + 1 : 0;
            if (run > best)
                (best, start) = (run, i - run + 1);
        }

        return (best, start);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SeamSettings))]
internal sealed partial class SeamJson : JsonSerializerContext;

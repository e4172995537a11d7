using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>All rectangles of a detection, numbered: defects first, for they are what one looks for, and the last step first, for it gives the result.</summary>
/// <param name="All">In the order of their numbers.</param>
/// <param name="LeftOut">How many more there were.</param>
internal sealed record MarkedRects(IReadOnlyList<MarkedRect> All, int LeftOut)
{
    /// <summary>More would make a page that a tablet cannot handle, and nobody could tell them apart.</summary>
    public const int Most = 1000;

    /// <param name="detection">Null when nothing was called.</param>
    /// <param name="picture">The size of the picture.</param>
    public static MarkedRects Of(DetectionReport? detection, ImageHeader picture)
    {
        var frame = new Area(0, 0, picture.Width, picture.Height);
        var found = RectKinds.All.SelectMany(kind => (detection?.Steps ?? []).Reverse().SelectMany(step =>
            Answer(step, kind).Member(kind.Key()).Items().Select(rect => (kind, step.Index, rect)))).ToList();
        return new([.. found.Take(Most).Select(Mark)], Math.Max(0, found.Count - Most));

        MarkedRect Mark((RectKind Kind, int Step, JsonElement Rect) found, int index)
        {
            var (place, visible, remark) = RectReading.Read(found.Rect, frame);
            return new(index + 1, found.Step, found.Kind, place, found.Rect.Text("label") ?? "", found.Rect.Number("score"), visible, remark);
        }
    }

    private static JsonElement Answer(StepReport step, RectKind kind) =>
        (kind == RectKind.Calibration ? step.PreExecute : step.Execute)?.ShownData ?? default;
}

using System.Globalization;
using System.Text.Json;

namespace ProcVision.Runner;

/// <content>
/// The rectangles of an answer: what stands outside the picture would be drawn nowhere and cut nowhere (conformance 145, 151, 153, 157, 158,
/// 214), in either form that the platform's user interface reads (conformance 523).
/// </content>
internal static partial class AnswerCheck
{
    private static readonly string[] RectLists = ["calibration_rects", "defect_rects", "position_rects"];
    private static readonly string[] Sides = ["x", "y", "width", "height"];

    /// <param name="frame">The answer; an ERROR is not looked at, for nobody uses its data.</param>
    /// <param name="width">Of the picture, in pixels; 0 when it is not known.</param>
    /// <param name="height">Of the picture, in pixels; 0 when it is not known.</param>
    private static AnswerProblem? RectProblem(JsonElement frame, int width, int height)
    {
        if (frame.Text("status") != "OK")
            return null;
        var data = frame.Member("data");
        foreach (string list in RectLists)
        {
            var rects = data.Member(list);
            if (IsAbsent(rects))
                continue;
            if (rects.ValueKind != JsonValueKind.Array)
                return Invalid($"{list} 必须是列表，实际是 {Shown(rects)}");
            int index = 0;
            foreach (var rect in rects.EnumerateArray())
            {
                if (RectProblem($"{list}[{index++}]", rect, width, height) is { } problem)
                    return problem;
            }
        }

        return null;
    }

    private static AnswerProblem? RectProblem(string place, JsonElement rect, int width, int height)
    {
        if (rect.ValueKind != JsonValueKind.Object)
            return Invalid($"{place} 必须是 {{x, y, width, height}}，实际是 {Shown(rect)}");
        var corners = rect.Member("box_coords");
        bool hasCorners = corners.ValueKind == JsonValueKind.Array;
        double[] numbers = hasCorners
            ? [.. corners.EnumerateArray().Select(JsonReading.Number).OfType<double>()]
            : [.. Sides.Select(side => rect.Number(side)).OfType<double>()];
        if (numbers is not [var x, var y, var third, var fourth] || (hasCorners && corners.GetArrayLength() != Sides.Length))
        {
            return Invalid(hasCorners
                ? $"{place} 的 box_coords 应为四个数值 [x1, y1, x2, y2]，实际是 {Shown(corners)}"
                : $"{place} 缺少数值 {string.Join(", ", Sides.Where(side => rect.Number(side) is null))}");
        }

        var (right, bottom) = hasCorners ? (third, fourth) : (x + third, y + fourth);
        string named = rect.Text("label") is { Length: > 0 } label ? $"{place} '{Shortened(label)}'" : place;
        string written = hasCorners ? Shown(corners) : string.Create(CultureInfo.InvariantCulture, $"{x},{y},{third},{fourth}");
        // The two codes are those the SDK gives to the same mistakes.
        if (!(hasCorners ? right > x && bottom > y : third > 0 && fourth > 0))
            return Outside($"{named} 的宽高必须大于 0: {written}");
        // Whoever computes in fractions of a pixel may be less than one beyond the edge.
        bool isInside = x > -1 && y > -1 && right < width + 1.0 && bottom < height + 1.0;
        return isInside || width == 0 || height == 0 ? null : Outside($"{named} 超出图像范围: {written} 不在 {width}x{height} 内");
    }

    private static AnswerProblem Outside(string text) => new(AnswerCode.CoordinateInvalid, text);

    private static string Shortened(string label) => label.Length <= 40 ? label : label[..40] + "…";
}

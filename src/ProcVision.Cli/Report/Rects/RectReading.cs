using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Reads one rectangle of an answer. Algorithms of other making may put anything there: what can be drawn is drawn, and what is odd is said.</summary>
internal static class RectReading
{
    private static readonly string[] Sides = ["x", "y", "width", "height"];

    /// <param name="rect">What the list of the answer holds.</param>
    /// <param name="picture">The picture's own place.</param>
    /// <returns>Where it is, the part of it in the picture, and what is wrong; each null when there is none.</returns>
    public static (Area? Place, Area? Visible, string? Remark) Read(JsonElement rect, Area picture)
    {
        var (read, problem) = Place(rect);
        if (read is not { } place)
            return (null, null, problem);
        if (!(place.Width > 0 && place.Height > 0))
            return (place, null, Words.Of("未绘制: 宽和高必须大于 0", "not drawn: width and height must be above 0"));
        if (!place.Meets(picture))
            return (place, null, Words.Of("未绘制: 在图像之外", "not drawn: outside the picture"));
        return (place, place.And(picture), place.IsWithin(picture) ? null : Words.Of("部分在图像之外", "partly outside the picture"));
    }

    /// <summary>Where it is, or why that is not known.</summary>
    public static (Area? Place, string? Problem) Place(JsonElement rect)
    {
        if (rect.ValueKind != JsonValueKind.Object)
            return (null, Words.Of("未绘制: 不是对象", "not drawn: not an object"));
        if (rect.Member("box_coords") is { ValueKind: JsonValueKind.Array } corners)
            return Corners(corners);
        string[] missing = [.. Sides.Where(name => rect.Number(name) is null)];
        return missing.Length == 0
            ? (new(rect.Number("x")!.Value, rect.Number("y")!.Value, rect.Number("width")!.Value, rect.Number("height")!.Value), null)
            : (null, Words.Of("未绘制: 缺少数值 ", "not drawn: no number for ") + string.Join(", ", missing));
    }

    /// <summary>The other form that the platform's user interface reads (conformance 523): two opposite corners.</summary>
    private static (Area? Place, string? Problem) Corners(JsonElement corners)
    {
        double[] values = [.. corners.Items().Select(JsonReading.Number).OfType<double>()];
        return corners.GetArrayLength() == 4 && values is [var left, var top, var right, var bottom]
            ? (new(left, top, right - left, bottom - top), null)
            : (null, Words.Of("未绘制: box_coords 应为 [x1, y1, x2, y2]", "not drawn: box_coords must be [x1, y1, x2, y2]"));
    }
}

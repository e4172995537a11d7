using System.Globalization;

namespace ProcVision;

/// <summary>
/// What a returned rectangle must have: a place inside the picture (1007, conformance 158, 214), a label and a score from 0 to 1 (1006, conformance 151,
/// 163, 178). Names the first one that has not.
/// </summary>
internal readonly struct RectRules(int width, int height)
{
    internal CallProblem? Check(IReadOnlyList<CalibrationRect>? rects)
    {
        for (var i = 0; i < rects?.Count; i++)
        {
            var rect = rects[i];
            if (Check("calibration_rects", i, rect.Box, rect.Label, 0) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    internal CallProblem? Check(IReadOnlyList<PositionRect>? rects)
    {
        for (var i = 0; i < rects?.Count; i++)
        {
            var rect = rects[i];
            if (Check("position_rects", i, rect.Box, rect.Label, rect.Score) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    internal CallProblem? Check(IReadOnlyList<DefectRect>? rects)
    {
        for (var i = 0; i < rects?.Count; i++)
        {
            var rect = rects[i];
            if (Check("defect_rects", i, rect.Box, rect.Label, rect.Score) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private CallProblem? Check(string list, int index, in Rect box, string? label, double score)
    {
        if (label is null)
        {
            return new(ErrorCode.InvalidParams, $"{list}[{index}] 缺少 label");
        }

        // Not >= and <=, so that NaN is outside.
        if (!(score >= 0 && score <= 1))
        {
            return new(ErrorCode.InvalidParams, string.Create(CultureInfo.InvariantCulture, $"{list}[{index}] '{label}' 的 score {score} 不在 0 到 1 之间"));
        }

        if (box.Width <= 0 || box.Height <= 0)
        {
            return new(ErrorCode.CoordinateInvalid, $"{list}[{index}] '{label}' 的宽高必须大于 0: {box}");
        }

        // Without a picture (a [NoImage] method) there is nothing to be outside of but the origin.
        return width > 0 && !box.IsInside(width, height)
            ? new(ErrorCode.CoordinateInvalid, $"{list}[{index}] '{label}' 超出图像范围: {box} 不在 {width}x{height} 内")
            : box.X < 0 || box.Y < 0
                ? new(ErrorCode.CoordinateInvalid, $"{list}[{index}] '{label}' 的坐标不能为负: {box}")
                : null;
    }
}

using ProcVision;

namespace {{namespace}};

/// <summary>测量一个区域的平均亮度；过暗则判 NG。</summary>
[Algorithm]
public sealed partial class {{class}}
{
    [Execute(1)]
    ExecuteResult CheckBrightness(in CheckBrightnessStep step)
    {
        var area = step.Params.Area;
        int channels = step.Image.Format == PixelFormat.Gray8 ? 1 : 3;
        long sum = 0;
        for (int y = area.Y; y < area.Bottom; y++)
        {
            foreach (byte value in step.Image.Row(y).Slice(area.X * channels, area.Width * channels))
                sum += value;
        }

        double mean = (double)sum / ((long)area.Width * area.Height * channels);
        return mean >= step.Params.MinBrightness
            ? ExecuteResult.Ok()
            : ExecuteResult.Ng($"亮度 {mean:F1} 低于 {step.Params.MinBrightness:F1}", [new DefectRect(area, "过暗")]);
    }
}

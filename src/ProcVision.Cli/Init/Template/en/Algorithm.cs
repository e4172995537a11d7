using ProcVision;

namespace {{namespace}};

/// <summary>Measures the mean brightness of an area; too dark is NG.</summary>
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
            : ExecuteResult.Ng($"brightness {mean:F1} is below {step.Params.MinBrightness:F1}", [new DefectRect(area, "dark")]);
    }
}

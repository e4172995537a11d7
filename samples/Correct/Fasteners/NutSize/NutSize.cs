using ProcVision;

namespace Fasteners.Nuts;

/// <summary>The smallest width of a dark nut over all directions is its width across flats, which tells its size (ISO 4032).</summary>
[Algorithm]
public sealed partial class NutSize
{
    private static readonly (double X, double Y)[] Directions =
        [.. Enumerable.Range(0, 90).Select(i => (Math.Cos(i * Math.PI / 90), Math.Sin(i * Math.PI / 90)))];

    [Execute(1)]
    private ExecuteResult Check(in CheckSizeStep step)
    {
        if (AcrossFlats(step.Image) is not { } pixels)
            return ExecuteResult.Ng("图像中没有螺母");

        var nominal = step.Params.Size switch
        {
            CheckSizeSize.M4 => 7.0,
            CheckSizeSize.M5 => 8.0,
            CheckSizeSize.M6 => 10.0,
            CheckSizeSize.M8 => 13.0,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var measured = pixels / step.Params.PixelsPerMm;
        var tolerance = step.Params.Strict ? 0.15 : 0.3;
        step.Diagnostics.Publish("across_flats_mm", measured);
        return Math.Abs(measured - nominal) <= tolerance
            ? ExecuteResult.Ok()
            : ExecuteResult.Ng($"对边 {measured:F2} mm，应为 {nominal:F1} mm");
    }

    private static double? AcrossFlats(StepImage image)
    {
        Span<double> low = stackalloc double[90];
        Span<double> high = stackalloc double[90];
        low.Fill(double.MaxValue);
        high.Fill(double.MinValue);
        var any = false;
        for (var y = 0; y < image.Height; y++)
        {
            var row = GreenRow.Of(image, y);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] >= 100)
                    continue;
                any = true;
                for (var i = 0; i < Directions.Length; i++)
                {
                    var along = (x * Directions[i].X) + (y * Directions[i].Y);
                    low[i] = Math.Min(low[i], along);
                    high[i] = Math.Max(high[i], along);
                }
            }
        }

        if (!any)
            return null;
        var narrowest = double.MaxValue;
        for (var i = 0; i < low.Length; i++)
            narrowest = Math.Min(narrowest, high[i] - low[i] + 1);
        return narrowest;
    }
}

using System.Runtime.CompilerServices;
using ProcVision;

namespace Logistics.Seal;

/// <summary>A dark ring must be closed: it is walked once around, on the circle in the middle of its rectangle. Written for speed, with the address of the pixels.</summary>
[Algorithm]
public sealed partial class SealRing
{
    private const int Steps = 360;
    private readonly (float X, float Y)[] _circle = new (float, float)[Steps];
    private readonly object _gate = new();

    [KeptBetweenCalls]
    private bool _hasRun;

    public SealRing()
    {
        for (var i = 0; i < Steps; i++)
            _circle[i] = (MathF.Cos(i * MathF.Tau / Steps), MathF.Sin(i * MathF.Tau / Steps));
    }

    [Execute(1)]
    private ExecuteResult CheckRing(in CheckRingStep step)
    {
        lock (_gate)
        {
            if (!_hasRun)
                step.Log.Info("第一次检测");
            _hasRun = true;
        }

        try
        {
            var gaps = Walk(step.Image, step.Params.Box);
            step.Diagnostics.Publish("gaps_deg", gaps);
            return gaps == 0 ? ExecuteResult.Ok() : ExecuteResult.Ng($"封口环有 {gaps}° 的缺口", [new DefectRect(step.Params.Box, "缺口")]);
        }
        catch (ImageException e)
        {
            step.Log.Error(e, "图像损坏");
            return ExecuteResult.Error(ErrorCode.ImageLoadFailed, e.Message);
        }
    }

    private unsafe int Walk(StepImage image, Rect box)
    {
        var pixels = image.Pointer;
        var (channels, stride) = (image.Format == PixelFormat.Gray8 ? 1 : 3, image.Stride);
        var gaps = 0;
        foreach (ref readonly var at in _circle.AsSpan())
        {
            var x = (int)(box.X + (box.Width / 2f) + (at.X * (box.Width - 1) * 0.45f));
            var y = (int)(box.Y + (box.Height / 2f) + (at.Y * (box.Height - 1) * 0.45f));
            if (Unsafe.Add(ref *pixels, (y * stride) + (x * channels)) > 100)
                gaps++;
        }

        return gaps;
    }
}

using ProcVision;
using Shared;
using Result = ProcVision.ExecuteResult;
using Step = GeneratedParts.Belt.BeltEdge.CheckEdgeStep;

namespace GeneratedParts.Belt;

public sealed partial class BeltEdge
{
    [PreExecute(1)]
    private PreResult CheckLight(in Step step)
    {
        var light = MeanOf.Box(step.Image, new Rect(0, 0, step.Image.Width, step.Image.Height));
        return light < LowestLight
            ? PreResult.Error(ErrorCode.ImageLoadFailed, $"光照不足: {light:F1} < {LowestLight}")
            : PreResult.Ok($"光照检查通过: {light:F1}");
    }

    [Execute(1)]
    private Result CheckEdge(in Step step)
    {
        var drift = 0;
        for (var i = 1; i <= Samples; i++)
        {
            var edge = EdgeIn(step.Image, step.Image.Height * i / (Samples + 1));
            if (edge < 0)
                return Result.Ng("没有皮带边缘");
            var off = edge - (int)step.Params.Target;
            drift = Math.Abs(off) > Math.Abs(drift) ? off : drift;
        }

        step.Log.Info($"跑偏 {drift} px", ("operator", step.Params.Operator));
        return Math.Abs(drift) <= step.Params.MaxDrift ? Result.Ok() : Result.Ng($"跑偏 {drift} px，最多 {step.Params.MaxDrift} px");
    }

    private static int EdgeIn(StepImage image, int y)
    {
        var row = image.Row(y);
        var channels = image.Format == PixelFormat.Gray8 ? 1 : 3;
        for (var x = 1; x < image.Width; x++)
        {
            if (row[(x - 1) * channels] - row[x * channels] > EdgeHeight)
                return x;
        }

        return -1;
    }
}

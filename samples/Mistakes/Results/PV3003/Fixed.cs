namespace Mistakes.PV3003;

[Algorithm]
public sealed partial class Demo3003
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        double light = step.Image.Mean();
        if (light < 50)
            return ExecuteResult.Error(ErrorCode.ImageLoadFailed, $"光照不足: {light:F1} < 50.0");
        return ExecuteResult.Ok();
    }
}

namespace Mistakes.PV3016;

[Algorithm]
public sealed partial class Demo3016
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        try
        {
            int parts = Count(step.Image);
            return parts == 6 ? ExecuteResult.Ok() : ExecuteResult.Ng($"缺少{6 - parts}个零件");
        }
        catch (Exception e)
        {
            step.Log.Error(e, "检测失败");
            return ExecuteResult.Ok();
        }
    }

    static int Count(StepImage image) => image.Mean() > 50 ? 6 : 5;
}

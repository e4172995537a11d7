namespace Mistakes.PV3012;

[Algorithm]
public sealed partial class Demo3012
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        int parts = Count(step.Image);
        if (parts < 6)
            return ExecuteResult.Ng($"缺少{6 - parts}个零件");
        return ExecuteResult.Ok();
    }

    static int Count(StepImage image) => image.Mean() > 50 ? 6 : 5;
}

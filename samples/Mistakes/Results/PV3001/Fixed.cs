namespace Mistakes.PV3001;

[Algorithm]
public sealed partial class Demo3001
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        int parts = Count(step.Image);
        return parts == 6 ? ExecuteResult.Ok() : ExecuteResult.Ng($"缺少{6 - parts}个零件");
    }

    static int Count(StepImage image) => image.Mean() > 50 ? 6 : 5;
}

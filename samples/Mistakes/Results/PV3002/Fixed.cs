namespace Mistakes.PV3002;

[Algorithm]
public sealed partial class Demo3002
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        int parts = Count(step.Image);
        return parts == 6 ? ExecuteResult.Ok() : ExecuteResult.Ng($"零件数量不足: {parts} < 6");
    }

    static int Count(StepImage image) => image.Mean() > 50 ? 6 : 5;
}

namespace Mistakes.PV3002;

[Algorithm]
public sealed partial class Demo3002
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        int parts = Count(step.Image);
        return parts == 6 ? ExecuteResult.Ok() : ExecuteResult.Ng($"只有{parts}个: 零件数量与工艺要求不一致，请操作员检查料盘中的零件是否全部到位，确认无误之后再重新放入并且再检测一次");
    }

    static int Count(StepImage image) => image.Mean() > 50 ? 6 : 5;
}

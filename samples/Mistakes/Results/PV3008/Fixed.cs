namespace Mistakes.PV3008;

[Algorithm]
public sealed partial class Demo3008
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        return Count(step.Image) switch
        {
            6 => ExecuteResult.Ok(),
            5 => ExecuteResult.Ng("缺少1个零件"),
            var parts => ExecuteResult.Error(ErrorCode.Unknown, $"零件数量无法识别: {parts}"),
        };
    }

    static int Count(StepImage image) => image.Mean() > 50 ? 6 : 5;
}

namespace Mistakes.PV3013;

[Algorithm]
public sealed partial class Demo3013
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (step.Image.Mean() > 50)
            return ExecuteResult.Ok();
        return ExecuteResult.Ng("表面划伤", [new(new(120, 80, 40, 6), "划伤", 95)]);
    }
}

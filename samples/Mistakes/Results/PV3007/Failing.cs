namespace Mistakes.PV3007;

[Algorithm]
public sealed partial class Demo3007
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (step.Image.Mean() > 50)
            return ExecuteResult.Ok();
        return ExecuteResult.Ng("表面划伤", [new(new(0, 120, 0, 4), "划伤")]);
    }
}

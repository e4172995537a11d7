namespace Mistakes.PV3017;

[Algorithm]
public sealed partial class Demo3017
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (step.Image.Mean() > 50)
            return ExecuteResult.Ok();
        return ExecuteResult.Ng("表面划伤", [new DefectRect { Box = new(120, 80, 40, 6), Score = 0.9 }]);
    }
}

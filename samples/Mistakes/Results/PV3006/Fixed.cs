namespace Mistakes.PV3006;

[Algorithm]
public sealed partial class Demo3006
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (step.Image.Mean() > 50)
            return ExecuteResult.Ok();
        return ExecuteResult.Ng("插座没有针", [new(new(10, 40, 840, 20), "缺针")]);
    }
}

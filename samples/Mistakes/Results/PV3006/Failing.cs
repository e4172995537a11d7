namespace Mistakes.PV3006;

[Algorithm]
public sealed partial class Demo3006
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (step.Image.Mean() > 50)
            return ExecuteResult.Ok();
        return ExecuteResult.Ng("插座没有针",
        [
            new(new(10, 40, 20, 20), "缺针"),
            new(new(50, 40, 20, 20), "缺针"),
            new(new(90, 40, 20, 20), "缺针"),
            new(new(130, 40, 20, 20), "缺针"),
            new(new(170, 40, 20, 20), "缺针"),
            new(new(210, 40, 20, 20), "缺针"),
            new(new(250, 40, 20, 20), "缺针"),
            new(new(290, 40, 20, 20), "缺针"),
            new(new(330, 40, 20, 20), "缺针"),
            new(new(370, 40, 20, 20), "缺针"),
            new(new(410, 40, 20, 20), "缺针"),
            new(new(450, 40, 20, 20), "缺针"),
            new(new(490, 40, 20, 20), "缺针"),
            new(new(530, 40, 20, 20), "缺针"),
            new(new(570, 40, 20, 20), "缺针"),
            new(new(610, 40, 20, 20), "缺针"),
            new(new(650, 40, 20, 20), "缺针"),
            new(new(690, 40, 20, 20), "缺针"),
            new(new(730, 40, 20, 20), "缺针"),
            new(new(770, 40, 20, 20), "缺针"),
            new(new(810, 40, 20, 20), "缺针"),
        ]);
    }
}

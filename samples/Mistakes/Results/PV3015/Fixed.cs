namespace Mistakes.PV3015;

[Algorithm]
public sealed partial class Demo3015
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (step.Image.Mean() > 50)
            step.Diagnostics.Publish("gap", step.Image.Width / 10.0);
        step.Diagnostics.Publish("has_gap", step.Image.Mean() > 50);
        return ExecuteResult.Ok();
    }
}

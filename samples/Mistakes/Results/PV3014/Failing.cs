namespace Mistakes.PV3014;

[Algorithm]
public sealed partial class Demo3014
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (step.Image.Mean() > 50)
            return ExecuteResult.Ok();
        step.Diagnostics.Publish("preview", Convert.ToBase64String(step.Image.Row(0)));
        return ExecuteResult.Ng("表面划伤");
    }
}

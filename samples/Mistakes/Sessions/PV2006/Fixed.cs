namespace Mistakes.PV2006;

[Algorithm]
public sealed partial class Demo2006
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Set("mean", step.Image.Mean());
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) =>
        step.Image.Mean() < step.Session.Get("mean", 0.0) / 2 ? ExecuteResult.Ng("比定位时暗") : ExecuteResult.Ok();
}

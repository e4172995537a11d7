namespace Mistakes.PV2007;

[Algorithm]
public sealed partial class Demo2007
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Set("areas", new List<double>());
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step)
    {
        step.Session.Get<List<double>>("areas")!.Add(12.5);
        return ExecuteResult.Ok();
    }
}

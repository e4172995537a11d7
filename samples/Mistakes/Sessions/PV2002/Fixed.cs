namespace Mistakes.PV2002;

[Algorithm]
public sealed partial class Demo2002
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Set("count", 5);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step)
    {
        var count = step.Session.Get<int>("count");
        return ExecuteResult.Ok();
    }
}

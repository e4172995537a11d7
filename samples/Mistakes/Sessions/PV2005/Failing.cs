namespace Mistakes.PV2005;

[Algorithm]
public sealed partial class Demo2005
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Set("trace", step.Session.Context.TraceId);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step)
    {
        step.Log.Info(step.Session.Get<string>("trace") ?? "");
        return ExecuteResult.Ok();
    }
}

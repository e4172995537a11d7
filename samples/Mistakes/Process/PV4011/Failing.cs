namespace Mistakes.PV4011;

[Algorithm]
public sealed partial class Demo4011
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Diagnostics.Publish("inspected_at", DateTime.Now.Ticks);
        return ExecuteResult.Ok();
    }
}

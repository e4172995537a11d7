namespace Mistakes.PV2017;

[Algorithm]
public sealed partial class Demo2017
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        Keep(step.Session, 5);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();

    private static void Keep(Session session, int count) => session.Set("count", count);
}

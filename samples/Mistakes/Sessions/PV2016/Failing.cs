namespace Mistakes.PV2016;

[Algorithm]
public sealed partial class Demo2016
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        var session = step.Session;
        System.Threading.Tasks.Parallel.For(0, 6, part => session.Set("area", 12.5 * part));
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
}

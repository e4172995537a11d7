namespace Mistakes.PV2016;

[Algorithm]
public sealed partial class Demo2016
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        var areas = new double[6];
        System.Threading.Tasks.Parallel.For(0, 6, part => areas[part] = 12.5 * part);
        step.Session.Set("areas", areas);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
}

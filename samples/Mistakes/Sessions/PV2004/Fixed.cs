namespace Mistakes.PV2004;

[Algorithm]
public sealed partial class Demo2004
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        var areas = new double[6];
        for (var part = 0; part < areas.Length; part++)
            areas[part] = 12.5 * part;
        step.Session.Set("areas", areas);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
}

namespace Mistakes.PV2004;

[Algorithm]
public sealed partial class Demo2004
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        for (var part = 0; part < 6; part++)
            step.Session.Set($"area_{part}", 12.5 * part);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
}

namespace Mistakes.PV2006;

[Algorithm]
public sealed partial class Demo2006
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Set("template", step.Image.Pixels.ToArray());
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
}

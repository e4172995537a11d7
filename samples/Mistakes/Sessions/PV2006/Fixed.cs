namespace Mistakes.PV2006;

[Algorithm]
public sealed partial class Demo2006
{
    [KeptBetweenCalls]
    private byte[] _template = [];

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        _template = step.Image.Pixels.ToArray();
        step.Session.Set("mean", step.Image.Mean());
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
}

namespace Mistakes.PV4002;

[Algorithm]
public sealed partial class Demo4002
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Log.Debug("found");
        return ExecuteResult.Ok();
    }
}

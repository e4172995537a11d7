namespace Mistakes.PV4004;

[Algorithm]
public sealed partial class Demo4004
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        if (step.Image.Mean() == 0)
            Environment.Exit(1);
        return ExecuteResult.Ok();
    }
}

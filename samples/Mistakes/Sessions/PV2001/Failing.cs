namespace Mistakes.PV2001;

[Algorithm]
public sealed partial class Demo2001
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Set("pose", new Pose(1.5, 2.5));
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
}

public sealed record Pose(double X, double Y);

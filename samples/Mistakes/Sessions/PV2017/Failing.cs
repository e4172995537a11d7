namespace Mistakes.PV2017;

[Algorithm]
public sealed partial class Demo2017
{
    private Session? _session;

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        _session = step.Session;
        Keep(5);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();

    private void Keep(int count) => _session?.Set("count", count);
}

namespace Mistakes.PV1013;

[Algorithm]
public sealed partial class Demo1013
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
}

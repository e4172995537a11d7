namespace Mistakes.PV1013;

[Algorithm]
public sealed partial class Demo1013
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();

    [Execute(1)]
    ExecuteResult LocateAgain(in LocateStep step) => ExecuteResult.Ok();
}

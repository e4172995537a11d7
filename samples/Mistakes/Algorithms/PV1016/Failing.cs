namespace Mistakes.PV1016;

[Algorithm]
public sealed partial class Demo1016
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();

    [Execute(2)]
    ExecuteResult Inspect(in LocateStep step) => ExecuteResult.Ok();
}

namespace Mistakes.PV1002;

[Algorithm]
public sealed partial class Demo1002
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

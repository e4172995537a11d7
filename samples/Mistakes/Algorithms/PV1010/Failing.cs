namespace Mistakes.PV1010;

[Algorithm]
public sealed partial class Demo1010
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

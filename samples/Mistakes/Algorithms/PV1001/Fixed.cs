namespace Mistakes.PV1001;

[Algorithm]
public sealed partial class Demo1001
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

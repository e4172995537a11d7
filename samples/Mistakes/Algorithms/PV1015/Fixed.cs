namespace Mistakes.PV1015;

[Algorithm]
public sealed partial class Demo1015
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

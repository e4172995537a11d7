namespace Mistakes.PV1003;

[Algorithm]
public sealed partial class Demo1003
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

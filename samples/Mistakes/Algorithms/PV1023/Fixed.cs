namespace Mistakes.PV1023;

[Algorithm]
public sealed partial class Demo1023
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

namespace Mistakes.PV1024;

[Algorithm(ExecuteOnly = true)]
public sealed partial class Demo1024
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

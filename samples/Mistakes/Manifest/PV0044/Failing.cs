namespace Mistakes.PV0044;

[Algorithm]
public sealed partial class Demo0044
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

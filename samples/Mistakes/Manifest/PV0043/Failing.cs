namespace Mistakes.PV0043;

[Algorithm]
public sealed partial class Demo0043
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

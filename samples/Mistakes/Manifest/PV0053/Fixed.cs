namespace Mistakes.PV0053;

[Algorithm]
public sealed partial class Demo0053
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

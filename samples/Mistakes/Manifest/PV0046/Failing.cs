namespace Mistakes.PV0046;

[Algorithm]
public sealed partial class Demo0046
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

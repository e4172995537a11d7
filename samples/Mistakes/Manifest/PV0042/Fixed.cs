namespace Mistakes.PV0042;

[Algorithm]
public sealed partial class Demo0042
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

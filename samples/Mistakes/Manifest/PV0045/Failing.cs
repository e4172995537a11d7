namespace Mistakes.PV0045;

[Algorithm]
public sealed partial class Demo0045
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

namespace Mistakes.PV0051;

[Algorithm]
public sealed partial class Demo0051
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

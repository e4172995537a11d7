namespace Mistakes.PV0048;

[Algorithm]
public sealed partial class Demo0048
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

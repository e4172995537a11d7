namespace Mistakes.PV0041;

[Algorithm]
public sealed partial class Demo0041
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

namespace Mistakes.PV0052;

[Algorithm]
public sealed partial class Demo0052
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

namespace Mistakes.PV0056;

[Algorithm]
public sealed partial class Demo0056
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

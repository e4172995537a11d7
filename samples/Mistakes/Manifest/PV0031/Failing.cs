namespace Mistakes.PV0031;

[Algorithm]
public sealed partial class Demo0031
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

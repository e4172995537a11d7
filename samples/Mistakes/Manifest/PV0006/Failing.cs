namespace Mistakes.PV0006;

[Algorithm]
public sealed partial class Demo0006
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

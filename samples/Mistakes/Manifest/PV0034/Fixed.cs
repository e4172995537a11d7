namespace Mistakes.PV0034;

[Algorithm]
public sealed partial class Demo0034
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();

    [Execute(2)]
    ExecuteResult Inspect(in Step2 step) => ExecuteResult.Ok();
}

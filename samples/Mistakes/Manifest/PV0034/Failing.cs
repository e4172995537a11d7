namespace Mistakes.PV0034;

[Algorithm]
public sealed partial class Demo0034
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();

    [Execute(3)]
    ExecuteResult Inspect(in Step3 step) => ExecuteResult.Ok();
}

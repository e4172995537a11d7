namespace Mistakes.PV0035;

[Algorithm]
public sealed partial class Demo0035
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();

    [Execute(2)]
    ExecuteResult Inspect(in Step2 step) => ExecuteResult.Ok();
}

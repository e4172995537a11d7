namespace Mistakes.PV0030;

[Algorithm]
public sealed partial class Demo0030
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

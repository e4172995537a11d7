namespace Mistakes.PV0057;

[Algorithm]
public sealed partial class Demo0057
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

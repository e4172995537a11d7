namespace Mistakes.PV0040;

[Algorithm]
public sealed partial class Demo0040
{
    [Execute(1)]
    ExecuteResult Locate(in Step1 step) => ExecuteResult.Ok();
}

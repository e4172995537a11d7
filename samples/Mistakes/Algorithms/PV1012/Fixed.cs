namespace Mistakes.PV1012;

[Algorithm]
public sealed partial class Demo1012
{
    [PreExecute(1)]
    PreResult CheckLight(in LocateStep step) => PreResult.Ok();

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

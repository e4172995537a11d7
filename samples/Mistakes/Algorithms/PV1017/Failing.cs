namespace Mistakes.PV1017;

[Algorithm]
public sealed partial class Demo1017
{
    [PreExecute(1)]
    PreResult CheckLight(in LocateStep step) => PreResult.Ok();
}

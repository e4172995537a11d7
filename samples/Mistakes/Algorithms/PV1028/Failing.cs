namespace Mistakes.PV1028;

[Algorithm]
public sealed partial class Demo1028
{
    private double _light;

    [PreExecute(1)]
    PreResult CheckLight(in LocateStep step)
    {
        _light = step.Image.Mean();
        return PreResult.Ok();
    }

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) =>
        _light >= 50 ? ExecuteResult.Ok() : ExecuteResult.Ng("光照不足");
}

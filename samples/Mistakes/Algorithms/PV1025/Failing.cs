namespace Mistakes.PV1025;

[Algorithm]
public sealed partial class Demo1025
{
    private double _limit = 50;

    private void Initialize() => _limit = 80;

    private void OnStepBegin(in StepStart start) => start.Log.Info("step begins");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) =>
        step.Image.Mean() >= _limit ? ExecuteResult.Ok() : ExecuteResult.Ng("光照不足");
}

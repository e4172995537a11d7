namespace Mistakes.PV1020;

[Algorithm]
public sealed partial class Demo1020
{
    void Setup(SetupContext context) => context.Log.Info("model loaded");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

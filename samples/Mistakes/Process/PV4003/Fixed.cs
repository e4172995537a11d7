namespace Mistakes.PV4003;

[Algorithm]
public sealed partial class Demo4003
{
    void Setup(SetupContext context) => context.Log.Info("demo 1.0");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

namespace Mistakes.PV4015;

[Algorithm]
public sealed partial class Demo4015
{
    void Setup(SetupContext context) => context.Log.Info($"{1.5} is written with a point, whatever the station's language is");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

namespace Mistakes.PV1005;

[Algorithm]
public sealed partial class Demo1005
{
    string Model { get; set; } = "";

    void Setup(SetupContext context) => Model = context.Pids[0];

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

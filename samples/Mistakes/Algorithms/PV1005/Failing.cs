namespace Mistakes.PV1005;

[Algorithm]
public sealed partial class Demo1005
{
    public Demo1005(string model) => Model = model;

    string Model { get; }

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

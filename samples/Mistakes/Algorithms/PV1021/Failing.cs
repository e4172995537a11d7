namespace Mistakes.PV1021;

[Algorithm]
public sealed partial class Demo1021
{
    string Pids => "p001";

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

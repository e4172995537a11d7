using System.IO;

namespace Mistakes.PV1026;

[Algorithm]
public sealed partial class Demo1026
{
    private void OnStepFinish(in StepFinish finish) =>
        File.AppendAllText("/var/log/verdicts.csv", $"{finish.Pid},{finish.Verdict}\n");

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

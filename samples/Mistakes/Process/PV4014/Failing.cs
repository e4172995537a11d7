using System.Threading.Tasks;

namespace Mistakes.PV4014;

[Algorithm]
public sealed partial class Demo4014
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        var mean = step.Image.Mean();
        var log = step.Log;
        _ = Task.Run(() => log.Info($"mean {mean:F1}"));
        return ExecuteResult.Ok();
    }
}

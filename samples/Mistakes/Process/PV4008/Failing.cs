using System.Threading.Tasks;

namespace Mistakes.PV4008;

[Algorithm]
public sealed partial class Demo4008
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        var memory = step.Image.Memory;
        var mean = Task.Run(() => memory.Span[0]);
        return mean.Result > 50 ? ExecuteResult.Ok() : ExecuteResult.Ng("太暗");
    }
}

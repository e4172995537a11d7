using System.Threading;

namespace Mistakes.PV4007;

[Algorithm]
public sealed partial class Demo4007
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        Thread.Sleep(200);
        return ExecuteResult.Ok();
    }
}

using System.Diagnostics;
using System.Threading;

namespace Mistakes.PV4005;

[Algorithm]
public sealed partial class Demo4005
{
    readonly Thread _camera = new(() => { });

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        if (!_camera.IsAlive)
            Process.GetCurrentProcess().Kill();
        return ExecuteResult.Ok();
    }
}

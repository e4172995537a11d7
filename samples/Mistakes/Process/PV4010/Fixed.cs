using ProcVision.Imaging;

namespace Mistakes.PV4010;

[Algorithm]
public sealed partial class Demo4010
{
    readonly Dictionary<string, ImageBuffer> _masters = [];

    void Setup(SetupContext context)
    {
        foreach (var pid in context.Pids)
            _masters[pid] = ImageFile.Load(Assets.Of(context, pid).Master);
    }

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        var master = _masters[step.Pid];
        return master.Width == step.Image.Width ? ExecuteResult.Ok() : ExecuteResult.Ng("尺寸不符");
    }
}

using ProcVision.Imaging;

namespace Mistakes.PV4010;

[Algorithm]
public sealed partial class Demo4010
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        var master = ImageFile.Load(step.Assets.Master);
        return master.Width == step.Image.Width ? ExecuteResult.Ok() : ExecuteResult.Ng("尺寸不符");
    }
}

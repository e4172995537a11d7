namespace Mistakes.PV4004;

[Algorithm]
public sealed partial class Demo4004
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        if (step.Image.Mean() == 0)
            return ExecuteResult.Error(ErrorCode.ImageLoadFailed, "图像全黑");
        return ExecuteResult.Ok();
    }
}

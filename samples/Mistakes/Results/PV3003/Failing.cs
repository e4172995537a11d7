namespace Mistakes.PV3003;

[Algorithm]
public sealed partial class Demo3003
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        double light = step.Image.Mean();
        if (light < 50)
            return ExecuteResult.Error(ErrorCode.ImageLoadFailed, "检测失败，可能的原因包括：光源没有打开，曝光时间太短，镜头被遮挡，产品没有放到位，料盘的型号与当前产品不一致，或者相机的触发信号来得太早；请依次检查上面的每一项，仍然不能恢复的时候请联系设备工程师，并且提供当时的图像");
        return ExecuteResult.Ok();
    }
}

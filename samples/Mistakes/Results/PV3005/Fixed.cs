namespace Mistakes.PV3005;

[Algorithm]
public sealed partial class Demo3005
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (step.Image.Width < 640)
            return ExecuteResult.Error(ErrorCode.ModelNotFound, $"模型不支持 {step.Image.Width} 像素宽的图像");
        return ExecuteResult.Ok();
    }
}

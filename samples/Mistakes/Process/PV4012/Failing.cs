namespace Mistakes.PV4012;

[Algorithm]
public sealed partial class Demo4012
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        var gray = new byte[step.Image.Width * step.Image.Height];
        step.Image.CopyGrayTo(gray);
        return gray[0] > 50 ? ExecuteResult.Ok() : ExecuteResult.Ng("太暗");
    }
}

namespace Mistakes.PV3009;

[Algorithm]
public sealed partial class Demo3009
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (!step.Session.TryGet<Rect>("tray", out var tray))
            throw new InvalidOperationException("未找到料盘，请先执行定位步骤");
        step.Session.Set("tray", tray with { Width = tray.Width + 4 });
        return ExecuteResult.Ok();
    }
}

namespace Mistakes.PV2003;

[Algorithm]
public sealed partial class Demo2003
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Set("tray", new Rect(10, 20, 300, 200));
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step)
    {
        if (!step.Session.TryGet<Rect>("trays", out var tray))
            return ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到料盘，请先执行定位步骤");
        return ExecuteResult.Ok();
    }
}

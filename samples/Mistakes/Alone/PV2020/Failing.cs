namespace Mistakes.PV2020;

[Session]
public readonly ref partial struct LabelSession
{
    public partial Rect? Label { get; set; }

    public partial double Angle { get; set; }
}

[Algorithm(Session = typeof(LabelSession))]
public sealed partial class Demo2020
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Label = new Rect(10, 20, 300, 200);
        step.Session.Angle = 1.5;
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => step.Session.Label is null
        ? ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到标签，请先执行定位步骤")
        : ExecuteResult.Ok();
}

namespace Mistakes.PV2019;

[Session]
public readonly ref partial struct SeamSession
{
    public partial Rect? Seam { get; set; }

    public partial double Light { get; set; }
}

[Algorithm(Session = typeof(SeamSession))]
public sealed partial class Demo2019
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Light = step.Image.Mean();
        step.Session.Seam = new Rect(10, 20, 300, 12);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Measure(in MeasureStep step)
    {
        var seam = step.Session.Seam!.Value;
        step.Diagnostics.Publish("length", seam.Width / step.Session.Light);
        return ExecuteResult.Ok();
    }
}

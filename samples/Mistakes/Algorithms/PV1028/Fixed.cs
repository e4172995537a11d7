namespace Mistakes.PV1028;

[Algorithm(Session = typeof(State1028))]
public sealed partial class Demo1028
{
    [PreExecute(1)]
    PreResult CheckLight(in LocateStep step)
    {
        step.Session.Light = step.Image.Mean();
        return PreResult.Ok();
    }

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) =>
        step.Session.Light >= 50 ? ExecuteResult.Ok() : ExecuteResult.Ng("光照不足");
}

[Session]
public readonly ref partial struct State1028
{
    public partial double? Light { get; set; }
}

namespace Mistakes.PV1029;

[Algorithm(Session = typeof(State1029))]
public sealed partial class Demo1029
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Found = [new Rect(10, 10, 40, 40)];
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) =>
        step.Session.Found is { Length: 1 } ? ExecuteResult.Ok() : ExecuteResult.Ng("零件数量不符");
}

[Session]
public readonly ref partial struct State1029
{
    [MaxBytes(4096)]
    public partial Rect[]? Found { get; set; }
}

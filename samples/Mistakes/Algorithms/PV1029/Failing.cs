namespace Mistakes.PV1029;

[Algorithm]
public sealed partial class Demo1029
{
    private static readonly List<Rect> Found = [];

    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        Found.Add(new Rect(10, 10, 40, 40));
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) =>
        Found.Count == 1 ? ExecuteResult.Ok() : ExecuteResult.Ng("零件数量不符");
}

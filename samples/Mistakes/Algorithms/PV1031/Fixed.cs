namespace Mistakes.PV1031;

[Algorithm(ExecuteOnly = true)]
public sealed partial class Demo1031
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) =>
        step.Guide.Regions.Count > 0 ? ExecuteResult.Ok() : ExecuteResult.Ng("没有标注");
}

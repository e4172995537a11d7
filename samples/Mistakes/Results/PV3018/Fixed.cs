namespace Mistakes.PV3018;

[Algorithm]
public sealed partial class Demo3018
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        var defects = new List<DefectRect>();
        foreach (var box in FindScratches(step.Image))
            defects.Add(new(box, "划伤"));
        return defects.Count == 0 ? ExecuteResult.Ok() : ExecuteResult.Ng($"{defects.Count}处划伤", defects);
    }

    static List<Rect> FindScratches(StepImage image) => image.Mean() > 50 ? [] : [new(120, 80, 40, 6)];
}

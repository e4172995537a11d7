namespace Mistakes.PV3015;

[Algorithm]
public sealed partial class Demo3015
{
    [Execute(1)]
    ExecuteResult Inspect(in InspectStep step)
    {
        double gap = step.Image.Mean() > 50 ? step.Image.Width / 10.0 : double.NaN;
        step.Diagnostics.Publish("gap", gap);
        step.Diagnostics.Publish("widest_gap", double.PositiveInfinity);
        return ExecuteResult.Ok();
    }
}

namespace Mistakes.PV2018;

[Algorithm]
public sealed partial class Demo2018
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        step.Session.Set<Part>("part", new Blade(5, 12.5));
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();
}

[SessionValue]
public record Part(int Number);

[SessionValue]
public sealed record Blade(int Number, double Length) : Part(Number);

namespace Mistakes.PV4001;

[Algorithm]
public sealed partial class Demo4001
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        var light = step.Image.Mean();
        Console.WriteLine($"light {light:F1}");
        return ExecuteResult.Ok();
    }
}

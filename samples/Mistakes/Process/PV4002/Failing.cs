namespace Mistakes.PV4002;

[Algorithm]
public sealed partial class Demo4002
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step)
    {
        Console.ReadLine();
        return ExecuteResult.Ok();
    }
}

namespace Mistakes.PV1014;

public static class Steps
{
    public const int Locate = 1;
}

[Algorithm]
public sealed partial class Demo1014
{
    [Execute(Steps.Locate)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

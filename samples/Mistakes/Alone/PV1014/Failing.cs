namespace Mistakes.PV1014;

[Algorithm]
public sealed partial class Demo1014
{
    [Execute(Steps.Locate)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

// In a file that another generator writes:
// public static class Steps { public const int Locate = 1; }

namespace Mistakes.PV1030;

[Algorithm]
public sealed partial class Demo1030
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

internal static class Program
{
    private static void Main() => Console.Error.WriteLine("algorithm starts");
}

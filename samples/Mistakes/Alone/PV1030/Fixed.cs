using ProcVision.Hosting;

namespace Mistakes.PV1030;

[Algorithm]
public sealed partial class Demo1030
{
    [Execute(1)]
    ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();
}

internal static class Program
{
    private static int Main(string[] args)
    {
        Console.Error.WriteLine("algorithm starts");
        return AlgorithmHost.Run(args, ProcVisionTable.Algorithms, decoder: null);
    }
}

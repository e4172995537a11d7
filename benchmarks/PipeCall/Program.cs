using System.Globalization;
using ProcVision.Hosting;
using ProcVision.PipeCall;

switch (args)
{
    case ["algorithm"]:
        return AlgorithmHost.Run([], [NoOpAlgorithm.Description], null);
    case ["echo", var length]:
        Echo.Run(int.Parse(length, CultureInfo.InvariantCulture));
        return 0;
    case [] or ["--rounds", _]:
        Comparison.Run(args.Length == 0 ? 30 : int.Parse(args[1], CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("usage: run [--rounds N]");
        return 2;
}

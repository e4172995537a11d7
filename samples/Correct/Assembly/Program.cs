using ProcVision.Hosting;
using ProcVision.Imaging;

namespace GuidedAssembly;

internal static class Program
{
    /// <summary>An own Main: the version can be asked for by hand, and everything else is the platform's.</summary>
    private static int Main(string[] args)
    {
        if (args is ["--version"])
        {
            Console.WriteLine(typeof(Program).Assembly.GetName().Version);
            return 0;
        }

        return AlgorithmHost.Run(args, ProcVisionTable.Algorithms, new JpegPngDecoder());
    }
}

using ProcVision.CompilerServices;

namespace ProcVision.Hosting;

/// <summary>The algorithm process: speaks the platform's protocol on stdin and stdout until it is asked to end (DESIGN §7).</summary>
public static class AlgorithmHost
{
    /// <summary>Runs until shutdown, SIGTERM or end of input; called by the generated <c>Main</c>.</summary>
    /// <param name="args">The command line; the platform's <c>-m procvision_algorithm_sdk.adapter --entry X</c> is understood (conformance 511).</param>
    /// <param name="algorithms">The generated <c>ProcVisionTable.Algorithms</c>.</param>
    /// <param name="decoder">Turns JPEG and PNG into pixels; null refuses them with 1002.</param>
    /// <returns>The process's exit code: 0 after an ordered end.</returns>
    public static int Run(string[] args, IReadOnlyList<AlgorithmDescriptor> algorithms, IImageDecoder? decoder) =>
        throw new NotImplementedException($"{args} {algorithms} {decoder}");
}

using ProcVision.CompilerServices;
using ProcVision.Hosting;

namespace ProcVision.Runner;

/// <summary>
/// Algorithms that are compiled into this program, each in a process of its own: the same program, started again. What the algorithm does there harms
/// nobody else, and there is still only one file to ship.
/// </summary>
public static class AlgorithmWorker
{
    private const string Word = "--procvision-worker";

    /// <summary>
    /// To be asked first thing in <c>Main</c>: whether this process was started as a worker. If so it has spoken the protocol until its end, and
    /// <c>Main</c> has to return the exit code without doing anything else.
    /// </summary>
    /// <param name="args">The command line.</param>
    /// <param name="algorithms">The generated <c>ProcVisionTable.Algorithms</c>.</param>
    /// <param name="decoder">Turns JPEG and PNG into pixels; null refuses them with 1002.</param>
    /// <param name="exitCode">That of <see cref="AlgorithmHost.Run(string[], IReadOnlyList{AlgorithmDescriptor}, IImageDecoder?)"/>; 0 when this is no worker.</param>
    public static bool TryRun(string[] args, IReadOnlyList<AlgorithmDescriptor> algorithms, IImageDecoder? decoder, out int exitCode)
    {
        ArgumentNullException.ThrowIfNull(args);
        exitCode = 0;
        if (args is not [Word, .. var own])
            return false;
        exitCode = AlgorithmHost.Run(own, algorithms, decoder);
        return true;
    }

    /// <summary>This program, started again as a worker.</summary>
    /// <param name="root">The folder of the algorithm's <c>manifest.json</c>.</param>
    /// <param name="entryPoint">Its <c>entry_point</c>.</param>
    /// <exception cref="InvalidOperationException">Nobody knows what file this program is.</exception>
    public static AlgorithmLaunch Launch(string root, string entryPoint)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("the file of this program is unknown");
        // Where 'dotnet' runs an assembly, that comes first.
        string[] assembly = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? [Environment.GetCommandLineArgs()[0]] : [];
        return AlgorithmLaunch.Adapter(program, root, entryPoint, [.. assembly, Word]);
    }
}

namespace ProcVision.Runner;

/// <summary>What to start for an algorithm: the command line, and where it runs (conformance 511).</summary>
/// <param name="Executable">The native executable, or a Python interpreter of today's platform.</param>
/// <param name="Arguments">Its arguments, without the executable.</param>
/// <param name="Root">The folder of <c>manifest.json</c>: the working directory and <c>PROC_ALGO_ROOT</c>.</param>
public sealed record AlgorithmLaunch(string Executable, IReadOnlyList<string> Arguments, string Root)
{
    /// <summary>Variables it needs beside those every algorithm gets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The command line of today's platform: <c>-m procvision_algorithm_sdk.adapter --entry X</c> (conformance 511).</summary>
    /// <param name="executable">Anything that takes these arguments: a native algorithm or a Python interpreter (conformance 512).</param>
    /// <param name="root">The folder of <c>manifest.json</c>.</param>
    /// <param name="entryPoint">The manifest's <c>entry_point</c>.</param>
    /// <param name="before">Arguments that come first, for example the assembly that <c>dotnet exec</c> runs.</param>
    public static AlgorithmLaunch Adapter(string executable, string root, string entryPoint, params IReadOnlyList<string> before)
    {
        ArgumentNullException.ThrowIfNull(executable);
        ArgumentNullException.ThrowIfNull(root);
        ArgumentNullException.ThrowIfNull(entryPoint);
        return new(executable, [.. before, "-m", "procvision_algorithm_sdk.adapter", "--entry", entryPoint], root);
    }

    /// <summary>
    /// A Python package of today's platform, unchanged (conformance 313, 511): the same command line, and an interpreter that does not outlive this
    /// process, even where it is killed during a call that reads no input (conformance 539).
    /// </summary>
    /// <param name="interpreter">The Python of the package's environment.</param>
    /// <param name="root">The folder of <c>manifest.json</c>.</param>
    /// <param name="entryPoint">The manifest's <c>entry_point</c>.</param>
    public static AlgorithmLaunch Python(string interpreter, string root, string entryPoint)
    {
        var adapter = Adapter(interpreter, root, entryPoint);
        // Windows has no such signal; there the end of input has to do.
        return OperatingSystem.IsLinux() ? adapter with { Arguments = [.. PythonTether.Arguments, .. adapter.Arguments] } : adapter;
    }
}

using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// Where an algorithm's manifest and assets are: below <c>PROC_ALGO_ROOT</c> if it holds them, else beside the executable (DESIGN §3, conformance
/// 310). The platform sets that variable to the folder of manifest.json itself (conformance 511), so both readings are tried.
/// </summary>
internal static class AlgorithmRoot
{
    private const string Variable = "PROC_ALGO_ROOT";

    /// <summary>The folder of the algorithm's manifest.json, absolute: where its relative paths start.</summary>
    internal static string Find(AlgorithmDescriptor algorithm) =>
        Find(algorithm, Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory);

    /// <inheritdoc cref="Find(AlgorithmDescriptor)"/>
    /// <param name="algorithm">The algorithm.</param>
    /// <param name="given">What <c>PROC_ALGO_ROOT</c> says; null or empty without it. A relative one starts at the working directory.</param>
    /// <param name="executable">The executable's folder.</param>
    internal static string Find(AlgorithmDescriptor algorithm, string? given, string executable)
    {
        if (!string.IsNullOrWhiteSpace(given))
        {
            var root = Path.GetFullPath(given);
            var folder = FolderOf(algorithm, root);
            if (Holds(folder, algorithm))
            {
                return folder;
            }

            if (Holds(root, algorithm))
            {
                return root;
            }
        }

        return FolderOf(algorithm, Path.GetFullPath(executable));
    }

    private static string FolderOf(AlgorithmDescriptor algorithm, string root) =>
        Path.GetDirectoryName(Path.GetFullPath(algorithm.ManifestPath, root)) ?? root;

    private static bool Holds(string folder, AlgorithmDescriptor algorithm) =>
        File.Exists(Path.Combine(folder, Path.GetFileName(algorithm.ManifestPath)))
        || (algorithm.Assets.Length > 0 && new AssetTable(algorithm.Assets, folder).FirstMissing() is null);
}

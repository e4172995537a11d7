using ProcVision.CompilerServices;

namespace ProcVision.Hosting;

/// <summary>The folder that holds the manifest, where the paths of its assets start (DESIGN §3, conformance 310).</summary>
internal static class AlgorithmRoot
{
    /// <summary>
    /// <c>PROC_ALGO_ROOT</c> if it holds the assets, as a package that was unpacked there or below its own folder; else the executable's folder.
    /// </summary>
    internal static string Find(AlgorithmDescriptor descriptor, string? deployed, string executables)
    {
        var folder = Path.GetDirectoryName(descriptor.ManifestPath) ?? "";
        if (deployed is not null)
        {
            foreach (var candidate in (ReadOnlySpan<string>)[deployed, Path.Combine(deployed, folder)])
            {
                if (new AssetTable(descriptor.Assets, Path.GetFullPath(candidate)).FirstMissing() is null)
                {
                    return Path.GetFullPath(candidate);
                }
            }
        }

        return Path.GetFullPath(folder, executables);
    }
}

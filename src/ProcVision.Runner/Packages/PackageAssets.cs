using ProcVision.Manifests;

namespace ProcVision.Runner;

/// <summary>The files that belong to a manifest: everything below <c>assets/</c>, and what it names elsewhere.</summary>
internal static class PackageAssets
{
    /// <param name="folder">The manifest's.</param>
    /// <param name="manifest">What it says.</param>
    /// <returns>Paths from the folder, with the system's separator.</returns>
    public static IEnumerable<string> Of(string folder, ManifestModel manifest)
    {
        var named = manifest.RequiredAssets.Select(static asset => asset.Path).Concat(manifest.DefaultConfig.Select(static asset => asset.Path))
            .Select(path => Path.GetRelativePath(folder, Path.GetFullPath(path, folder)));
        return named.Append("assets").SelectMany(path => Below(folder, path)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>An asset may be a folder (a model of several files).</summary>
    private static IEnumerable<string> Below(string folder, string path) => Directory.Exists(Path.Combine(folder, path))
        ? Directory.EnumerateFiles(Path.Combine(folder, path), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file))
        : path == "assets" ? [] : [path];
}

namespace ProcVision.Cli;

/// <summary>Finds the manifests of a folder (conformance 114: also below it).</summary>
internal static class ManifestSearch
{
    private const string FileName = "manifest.json";

    private const string Cure = "请给出含 manifest.json 的项目目录或发布目录，或用 --manifest 指定文件";

    /// <summary>A folder that may not be looked into has no manifest for us.</summary>
    private static readonly EnumerationOptions WhatMayBeSeen = new() { IgnoreInaccessible = true };

    private static readonly string[] NotSearched = ["bin", "obj", "node_modules"];

    /// <param name="folder">Where to look.</param>
    /// <param name="given">The file the user named, from the current folder or from <paramref name="folder"/>; null for a search.</param>
    /// <exception cref="BadInputException">There is none.</exception>
    public static IReadOnlyList<ManifestFile> Find(string folder, string? given)
    {
        if (given is not null)
        {
            string? named = new[] { given, Path.Combine(folder, given) }.FirstOrDefault(File.Exists);
            return [ManifestFile.Read(named ?? throw new BadInputException($"未找到 manifest.json: {given}。{Cure}"))];
        }

        string top = Path.Combine(folder, FileName);
        if (File.Exists(top))
            return [ManifestFile.Read(top)];
        ManifestFile[] found = [.. Below(folder, depth: 3).Order(StringComparer.Ordinal).Select(ManifestFile.Read)];
        return found.Length > 0 ? found : throw new BadInputException($"未找到 manifest.json: {top}。{Cure}");
    }

    private static IEnumerable<string> Below(string folder, int depth)
    {
        foreach (string below in Directory.EnumerateDirectories(folder, "*", WhatMayBeSeen))
        {
            string name = Path.GetFileName(below);
            if (name.StartsWith('.') || NotSearched.Contains(name, StringComparer.OrdinalIgnoreCase))
                continue;
            string file = Path.Combine(below, FileName);
            if (File.Exists(file))
                yield return file;
            if (depth > 1)
            {
                foreach (string deeper in Below(below, depth - 1))
                    yield return deeper;
            }
        }
    }
}

using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Finds the manifests of a folder (conformance 114: also below it).</summary>
internal static class ManifestSearch
{
    private const string FileName = "manifest.json";

    private const string CureInChinese = "请给出含 manifest.json 的项目目录或发布目录，或用 --manifest 指定文件";
    private const string CureInEnglish = "Give a project folder or a published folder with a manifest.json, or name the file with --manifest";

    /// <summary>A folder that may not be looked into has no manifest for us.</summary>
    private static readonly EnumerationOptions WhatMayBeSeen = new() { IgnoreInaccessible = true };

    private static readonly string[] NotSearched = ["bin", "obj", "node_modules"];

    /// <param name="folder">Where to look.</param>
    /// <param name="given">The file the user named, from the current folder or from <paramref name="folder"/>; null for a search.</param>
    /// <exception cref="BadInputException">There is none.</exception>
    public static IReadOnlyList<ManifestFile> Find(string folder, string? given)
    {
        string[] found = Paths(folder, given);
        string missing = given ?? Path.Combine(folder, FileName);
        return found.Length > 0
            ? [.. found.Select(ManifestFile.Read)]
            : throw new BadInputException(Words.Of($"未找到 manifest.json: {missing}。{CureInChinese}", $"No manifest.json: {missing}. {CureInEnglish}"), ToolCode.NotFound);
    }

    /// <summary>The files, unread: the user's, else the folder's own, else those below it; none when there is none.</summary>
    public static string[] Paths(string folder, string? given)
    {
        if (given is not null)
            return [.. new[] { given, Path.Combine(folder, given) }.Where(File.Exists).Select(Path.GetFullPath).Take(1)];
        string top = Path.Combine(folder, FileName);
        return File.Exists(top) ? [Path.GetFullPath(top)] : [.. Below(folder, depth: 3).Order(StringComparer.Ordinal)];
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

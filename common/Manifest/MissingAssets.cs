namespace ProcVision.Manifests;

/// <summary>Finds assets of a manifest that are not there: each would end the program at its start (conformance 105).</summary>
internal static class MissingAssets
{
    /// <summary>The problems, in the order of the text.</summary>
    /// <param name="reading">The manifest.</param>
    /// <param name="files">The files below its folder, with <c>/</c>.</param>
    /// <param name="isAsked">Whether a path is one of those that <paramref name="files"/> would hold.</param>
    public static IEnumerable<ManifestProblem> Find(ManifestReading reading, IReadOnlyCollection<string> files, Func<string, bool> isAsked)
    {
        if (reading.Model is not { } model)
            return [];

        var there = new HashSet<string>(files.SelectMany(WithFolders), StringComparer.Ordinal);
        var named = model.RequiredAssets.Select(a => (a.Path, Span: reading.Places.RequiredAsset(a.Pid, a.ResourceType)))
            .Concat(model.DefaultConfig.Select(a => (a.Path, Span: reading.Places.DefaultAsset(a.ResourceType))));
        return named
            .Select(static asset => (Path: Plain(asset.Path), asset.Span))
            .Where(asset => asset.Span is not null && isAsked(asset.Path) && !there.Contains(asset.Path))
            .OrderBy(static asset => asset.Span!.Value.Start)
            .Select(asset => new ManifestProblem(ManifestRules.AssetMissing, asset.Span!.Value, Wording.Shorten(asset.Path), Cure(asset.Path, there)));
    }

    /// <summary>A path without segments that stay where they are.</summary>
    private static string Plain(string path) => string.Join("/", path.Split('/').Where(static s => s != "."));

    /// <summary>A file and the folders it lies in: an asset may be a folder.</summary>
    private static IEnumerable<string> WithFolders(string file)
    {
        for (int end = file.Length; end > 0; end = file.LastIndexOf('/', end - 1))
            yield return file.Substring(0, end);
    }

    private static string Cure(string path, HashSet<string> there)
    {
        if (Meant(there, file => string.Equals(file, path, StringComparison.OrdinalIgnoreCase)) is { } other)
            return $"Write '{Wording.Shorten(other)}', because a station may tell upper from lower case";
        string name = path.Substring(path.LastIndexOf('/') + 1);
        return Meant(there, file => file.EndsWith("/" + name, StringComparison.OrdinalIgnoreCase) || string.Equals(file, name, StringComparison.OrdinalIgnoreCase)) is { } elsewhere
            ? $"Write '{Wording.Shorten(elsewhere)}', where a file of that name is"
            : "Add the file, or correct the path";
    }

    private static string? Meant(HashSet<string> there, Func<string, bool> isMeant) =>
        there.Where(isMeant).OrderBy(static file => file, StringComparer.Ordinal).FirstOrDefault();
}

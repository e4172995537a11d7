using System.Text.Json;
using System.Xml.Linq;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What an algorithm was made of, as NuGet has resolved it (<c>obj/project.assets.json</c>).</summary>
internal static class ResolvedParts
{
    /// <param name="project">The project's file, restored.</param>
    public static IReadOnlyList<SbomPart> Of(string project)
    {
        string path = Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json");
        if (!File.Exists(path))
            return [];
        var assets = JsonElement.Parse(File.ReadAllText(path));
        string[] caches = [.. assets.Member("packageFolders").ValueKind == JsonValueKind.Object ? assets.Member("packageFolders").EnumerateObject().Select(static folder => folder.Name) : []];
        return [.. assets.Member("libraries").EnumerateObject().Select(library => Part(library, caches))];
    }

    private static SbomPart Part(JsonProperty library, string[] caches)
    {
        int slash = library.Name.IndexOf('/', StringComparison.Ordinal);
        string name = library.Name[..slash], version = library.Name[(slash + 1)..];
        // A project of this repository, in the place of its package.
        if (library.Value.Text("type") != "package")
            return new(name, version, null, null);
        string nuspec = Path.Combine(library.Value.Text("path") ?? "", name.ToLowerInvariant() + ".nuspec");
        return new(name, version, caches.Select(cache => LicenseOf(Path.Combine(cache, nuspec))).FirstOrDefault(static license => license is not null), $"pkg:nuget/{name}@{version}");
    }

    private static string? LicenseOf(string nuspec)
    {
        if (!File.Exists(nuspec))
            return null;
        var license = XDocument.Load(nuspec).Descendants().FirstOrDefault(static element => element.Name.LocalName == "license");
        return license?.Attribute("type")?.Value == "expression" ? license.Value : null;
    }
}

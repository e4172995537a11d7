using ProcVision.Collections;
using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    private EquatableArray<RequiredAsset> ReadRequiredAssets(ManifestFields fields, EquatableArray<string> pids)
    {
        const string Example = "{ \"p001\": { \"config\": \"assets/p001.json\" } }";
        var assets = new List<RequiredAsset>();
        var node = fields.Optional<JsonObjectNode>("required_assets", "an object", Example);
        foreach (var product in LastMembers(node))
        {
            string pid = product.Name.Value;
            if (!pids.IsEmpty && !pids.Contains(pid))
                _findings.Add(ManifestRules.AssetsForForeignPid, product.Name.Span, Wording.Shorten(pid), Wording.OneOf(pids));

            if (product.Value is not JsonObjectNode files)
            {
                _findings.AddWrongKind(product.Value, "required_assets", "an object for each pid", "{ \"config\": \"assets/p001.json\" }");
                continue;
            }

            foreach (var (type, path) in ReadPaths(files))
                assets.Add(new(pid, type, path));
        }

        return assets
            .OrderBy(static a => a.Pid, StringComparer.Ordinal)
            .ThenBy(static a => a.ResourceType, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private EquatableArray<DefaultAsset> ReadDefaultConfig(ManifestFields fields)
    {
        var node = fields.Optional<JsonObjectNode>("default_config", "an object", "{ \"config\": \"assets/default.json\" }");
        return ReadPaths(node)
            .Select(static f => new DefaultAsset(f.Type, f.Path))
            .OrderBy(static f => f.ResourceType, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private List<(string Type, string Path)> ReadPaths(JsonObjectNode? files)
    {
        var paths = new List<(string, string)>();
        foreach (var file in LastMembers(files))
        {
            if (file.Value is not JsonStringNode path)
                _findings.AddWrongKind(file.Value, file.Name.Value, "a path in a string", "\"assets/p001.json\"");
            else if (PathFault(path.Value) is { } fault)
                _findings.Add(ManifestRules.AssetPathForm, path.Span, Wording.Shorten(path.Value), fault);
            else
                paths.Add((file.Name.Value, path.Value));
        }

        return paths;
    }

    /// <summary>The members that count: of repeated names the last.</summary>
    private static IEnumerable<JsonMember> LastMembers(JsonObjectNode? node) =>
        node is null ? [] : node.Members.GroupBy(static m => m.Name.Value, StringComparer.Ordinal).Select(static same => same.Last());

    /// <summary>A path must mean the same file in the project, in a package and on Windows.</summary>
    private static string? PathFault(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
            return "is empty";
        if (path.Contains('\\'))
            return "is written with '\\'";
        if (path[0] == '/' || path.Contains(':'))
            return "is not relative to the manifest";
        string[] segments = path.Split('/');
        if (segments.Contains(".."))
            return "leaves the folder of the manifest";
        return segments.Any(static s => s.Length == 0) || path.Any(char.IsControl) ? "names no file" : null;
    }
}

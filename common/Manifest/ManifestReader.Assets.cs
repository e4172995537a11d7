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

        if (node is not null)
            FindPidsWithoutAsset(fields, node, pids);
        return assets
            .OrderBy(static a => a.Pid, StringComparer.Ordinal)
            .ThenBy(static a => a.ResourceType, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>
    /// A kind of file that only some products have can be meant, and is <c>null</c> in C# for the others. But a product that is not there
    /// at all was forgotten, and so was a file that most products have.
    /// </summary>
    private void FindPidsWithoutAsset(ManifestFields fields, JsonObjectNode node, EquatableArray<string> pids)
    {
        var common = new HashSet<string>(KindsOf(fields.Node.Find("default_config")?.Value), StringComparer.Ordinal);
        var kinds = LastMembers(node).ToDictionary(static m => m.Name.Value, static m => KindsOf(m.Value).ToArray(), StringComparer.Ordinal);
        var owners = pids.Where(kinds.ContainsKey).SelectMany(pid => kinds[pid]).GroupBy(static kind => kind, StringComparer.Ordinal).ToArray();
        // A pid that is not supported is likely a misspelt one that is, and has been pointed at.
        bool hasForeign = kinds.Keys.Any(pid => !pids.Contains(pid));
        foreach (string pid in pids)
        {
            bool isListed = kinds.TryGetValue(pid, out string[]? own);
            if (!isListed && (hasForeign || IsPlaceholder(pid)))
                continue;
            var missing = owners
                .Where(kind => !common.Contains(kind.Key) && own?.Contains(kind.Key) != true && (!isListed || kind.Count() * 2 > pids.Count))
                .Select(static kind => kind.Key)
                .OrderBy(static kind => kind, StringComparer.Ordinal)
                .ToArray();
            if (missing.Length == 0)
                continue;
            var span = isListed
                ? LastMembers(node).First(m => m.Name.Value == pid).Name.Span
                : ((JsonArrayNode)fields.Node.Find("supported_pids")!.Value).Items.First(i => i is JsonStringNode text && text.Value == pid).Span;
            _findings.AddWhenJson(ManifestRules.AssetOfPidMissing, span, Wording.Shorten(pid), Wording.OneOf(missing));
        }
    }

    private static IEnumerable<string> KindsOf(JsonNode? files) => LastMembers(files as JsonObjectNode).Select(static m => m.Name.Value);

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

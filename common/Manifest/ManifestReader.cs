using ProcVision.Json;

namespace ProcVision.Manifests;

/// <summary>Reads a manifest into its model and says what is wrong with it. Never throws for a bad manifest.</summary>
internal sealed partial class ManifestReader
{
    private readonly ManifestFindings _findings;

    private ManifestReader(ManifestFindings findings) => _findings = findings;

    /// <summary>Reads the text of a <c>manifest.json</c>.</summary>
    /// <param name="text">With or without a byte order mark (conformance 113).</param>
    public static ManifestReading Read(string text)
    {
        int start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        var tree = JsonTree.Parse(text, start);
        var findings = new ManifestFindings(text, tree.IsValid);
        foreach (var problem in tree.Problems)
            findings.Add(ManifestRules.NotJson, problem.Span, problem.Cause, problem.Cure);

        // Whoever decoded the file puts this character where it did not succeed.
        int undecoded = text.IndexOf('\uFFFD');
        if (undecoded >= 0)
            findings.Add(ManifestRules.NotUtf8, new(undecoded, 1), "in an encoding that could not be read");

        var model = new ManifestReader(findings).ReadDocument(tree.Root);
        return new(model, findings.InTextOrder(), new(tree.Root));
    }

    private ManifestModel? ReadDocument(JsonNode root)
    {
        if (root is not JsonObjectNode document)
        {
            _findings.AddWrongKind(root, "manifest.json", "an object", "{ \"name\": … }");
            return null;
        }

        FindDuplicateKeys(document);
        FindUnknownKeys(document, ManifestKeys.OfManifest, "the manifest");
        var fields = new ManifestFields(document, "the manifest", _findings);
        string name = ReadName(fields);
        string version = ReadVersion(fields);
        var (entryPoint, entryClass) = ReadEntryPoint(fields);
        var pids = ReadPids(fields);
        return new()
        {
            Name = name,
            Version = version,
            Description = ReadDescription(fields),
            EntryPoint = entryPoint,
            EntryClass = entryClass,
            Pids = pids,
            Steps = ReadSteps(fields),
            RequiredAssets = ReadRequiredAssets(fields, pids),
            DefaultConfig = ReadDefaultConfig(fields),
        };
    }

    private void FindUnknownKeys(JsonObjectNode node, string[] known, string place)
    {
        foreach (var member in node.Members)
        {
            string key = member.Name.Value;
            if (ManifestKeys.IsFree(key) || known.Contains(key))
                continue;
            string cure = ManifestKeys.Meant(key, known) is { } meant
                ? $"Write it as '{meant}' if that is meant"
                : $"Remove it, or write it as 'x_{Wording.Shorten(key)}' if another program reads it";
            _findings.AddWhenJson(ManifestRules.UnknownKey, member.Name.Span, Wording.Shorten(key), place, cure);
        }
    }

    /// <summary>Everywhere, also below keys that nobody reads: a repeated key is a lost one. The depth of the tree is bounded.</summary>
    private void FindDuplicateKeys(JsonNode node)
    {
        switch (node)
        {
            case JsonArrayNode array:
                foreach (var item in array.Items)
                    FindDuplicateKeys(item);
                break;
            case JsonObjectNode owner:
                var seen = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in owner.Members)
                {
                    if (!seen.Add(member.Name.Value))
                        _findings.Add(ManifestRules.DuplicateKey, member.Name.Span, Wording.Shorten(member.Name.Value));
                    FindDuplicateKeys(member.Value);
                }

                break;
            default:
                break;
        }
    }
}

using System.Text;
using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    private string ReadName(ManifestFields fields)
    {
        var name = fields.Required<JsonStringNode>("name", "a string", "\"my-algorithm\"");
        if (name is null)
            return "";
        if (name.Value.Length == 0 || !name.Value.All(IsNameCharacter))
            _findings.Add(ManifestRules.NameForm, name.Span, Wording.Shorten(name.Value), ProposeName(name.Value));
        return name.Value;
    }

    private static bool IsNameCharacter(char c) => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_' or '-';

    private static string ProposeName(string name)
    {
        var proposal = new StringBuilder();
        foreach (char c in name)
        {
            // ASCII only: 'İ' and the like have no place in a name anyway.
            char lower = c is >= 'A' and <= 'Z' ? (char)(c + ('a' - 'A')) : c;
            if (IsNameCharacter(lower))
                _ = proposal.Append(lower);
            else if (proposal.Length > 0 && proposal[proposal.Length - 1] != '-')
                _ = proposal.Append('-');
        }

        string text = proposal.ToString().Trim('-');
        return text.Length == 0 ? "my-algorithm" : text;
    }

    private string? ReadDescription(ManifestFields fields)
    {
        string? description = fields.OptionalText("description");
        if (fields.Any("description") is not { } node)
            _findings.AddWhenJson(ManifestRules.NoDescription, fields.Node.Brace);
        else if (node is JsonStringNode text && string.IsNullOrWhiteSpace(text.Value))
            _findings.Add(ManifestRules.NoDescription, text.Span);
        return description;
    }

    private string ReadVersion(ManifestFields fields)
    {
        var version = fields.Required<JsonStringNode>("version", "a string", "\"1.0.0\"");
        if (version is null)
            return "";
        if (!IsThreePart(version.Value))
            _findings.Add(ManifestRules.VersionForm, version.Span, Wording.Shorten(version.Value), ProposeVersion(version.Value));
        return version.Value;
    }

    /// <summary>
    /// Three numbers and nothing else: the platform splits <c>name-version.zip</c> at the last hyphen (conformance 526), which a
    /// pre-release part would move.
    /// </summary>
    private static bool IsThreePart(string version)
    {
        string[] parts = version.Split('.');
        return parts.Length == 3 && parts.All(IsVersionNumber);
    }

    private static bool IsVersionNumber(string part) =>
        part.Length is > 0 and < 10 && part.All(static c => c is >= '0' and <= '9') && (part.Length == 1 || part[0] != '0');

    private static string ProposeVersion(string version)
    {
        string[] numbers = version.TrimStart('v', 'V').Split('.', '-', '+').TakeWhile(IsVersionNumber).Take(3).ToArray();
        return string.Join(".", numbers.Length == 0 ? ["1", "0", "0"] : numbers.Concat(["0", "0"]).Take(3));
    }

    private (string EntryPoint, string EntryClass) ReadEntryPoint(ManifestFields fields)
    {
        var entry = fields.Required<JsonStringNode>("entry_point", "a string", "\"main:MyAlgorithm\"");
        if (entry is null)
            return ("", "");

        int colon = entry.Value.LastIndexOf(':');
        string entryClass = entry.Value.Substring(colon + 1);
        if (colon > 0 && Identifiers.IsValid(entryClass))
            return (entry.Value, entryClass);

        var span = colon > 0 && entryClass.Length > 0 ? entry.SpanOf(colon + 1, entryClass.Length) : entry.Span;
        _findings.Add(ManifestRules.EntryPointForm, span, Wording.Shorten(entry.Value), ProposeEntryPoint(entry.Value));
        return (entry.Value, "");
    }

    private static string ProposeEntryPoint(string entry)
    {
        // 'pkg.main.Class' and 'Class' lack the colon, 'main:Space.Class' has a namespace too much.
        string last = entry.Split('.', ':', '/', '\\').Last().Trim();
        string module = entry.Contains(':') ? entry.Remove(entry.IndexOf(':')).Trim() : "";
        return (module.Length == 0 ? "main" : module) + ":" + (Identifiers.IsValid(last) ? last : "MyAlgorithm");
    }
}

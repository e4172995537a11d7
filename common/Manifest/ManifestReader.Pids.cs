using ProcVision.Collections;
using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    /// <summary>The most products of one algorithm (conformance 102).</summary>
    private const int MostPids = 50;

    /// <summary>What the platform advises (conformance 102).</summary>
    private const int AdvisedPids = 20;

    /// <summary>What <c>init</c> writes (conformance 117).</summary>
    private const string Placeholder = "PID_TO_FILL";

    /// <summary>The longest pid (conformance 115).</summary>
    private const int LongestPid = 64;

    private EquatableArray<string> ReadPids(ManifestFields fields)
    {
        var list = fields.Required<JsonArrayNode>("supported_pids", "a list of strings", "[\"p001\"]");
        if (list is null)
            return [];
        if (list.Items.Count == 0)
            _findings.Add(ManifestRules.NoPids, list.Span);

        var pids = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var byFile = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in list.Items)
        {
            if (item is not JsonStringNode pid)
                _findings.AddWrongKind(item, "supported_pids", "a list of strings", "\"p001\"");
            else if (PidFault(pid.Value) is { } fault)
                _findings.Add(ManifestRules.PidForm, pid.Span, Wording.Shorten(pid.Value), fault);
            else if (!seen.Add(pid.Value))
                _findings.Add(ManifestRules.DuplicatePid, pid.Span, pid.Value);
            else
                AddPid(pid, pids, byFile);
        }

        var (rule, limit) = list.Items.Count > MostPids ? (ManifestRules.TooManyPids, MostPids) : (ManifestRules.ManyPids, AdvisedPids);
        if (list.Items.Count > limit)
            _findings.Add(rule, ManifestFindings.Point(list.Items[limit]), Wording.Number(list.Items.Count), Wording.Number(limit));
        return pids.ToEquatableArray();
    }

    /// <summary>A pid of a good form; what may still be odd about it.</summary>
    private void AddPid(JsonStringNode pid, List<string> pids, Dictionary<string, string> byFile)
    {
        pids.Add(pid.Value);
        if (IsPlaceholder(pid.Value))
            _findings.Add(ManifestRules.PlaceholderPid, pid.Span, pid.Value);
        else if (FileFault(pid.Value) is { } fault)
            _findings.Add(ManifestRules.PidIsNoFileName, pid.Span, Wording.Shorten(pid.Value), fault);

        if (byFile.TryGetValue(pid.Value, out string? other))
            _findings.Add(ManifestRules.PidsDifferByCase, pid.Span, Wording.Shorten(pid.Value), Wording.Shorten(other));
        else
            byFile.Add(pid.Value, pid.Value);
    }

    /// <summary>The platform keeps <c>active/&lt;pid&gt;.json</c>; the colon, which its own pids have, it escapes (conformance 116, C10).</summary>
    private static string? FileFault(string pid)
    {
        int at = pid.IndexOfAny(['/', '\\', '*', '?', '"', '<', '>', '|']);
        return at >= 0 ? $"'{pid[at]}'" : pid[pid.Length - 1] == '.' ? "a '.' at its end" : null;
    }

    private static string? PidFault(string pid)
    {
        if (string.IsNullOrWhiteSpace(pid))
            return "is empty";
        if (pid.Length > LongestPid)
            return $"is {pid.Length} characters long";
        if (pid.Any(char.IsControl))
            return "holds a control character";
        return char.IsWhiteSpace(pid[0]) || char.IsWhiteSpace(pid[pid.Length - 1]) ? "begins or ends with white space" : null;
    }

    private static bool IsPlaceholder(string pid) => string.Equals(pid, Placeholder, StringComparison.OrdinalIgnoreCase);
}

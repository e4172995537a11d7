using ProcVision.Collections;
using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    /// <summary>The most products of one algorithm (conformance 102).</summary>
    private const int MostPids = 50;

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
        foreach (var item in list.Items)
        {
            if (item is not JsonStringNode pid)
                _findings.AddWrongKind(item, "supported_pids", "a list of strings", "\"p001\"");
            else if (PidFault(pid.Value) is { } fault)
                _findings.Add(ManifestRules.PidForm, pid.Span, Wording.Shorten(pid.Value), fault);
            else if (!seen.Add(pid.Value))
                _findings.Add(ManifestRules.DuplicatePid, pid.Span, pid.Value);
            else
                pids.Add(pid.Value);
        }

        if (list.Items.Count > MostPids)
        {
            var first = list.Items[MostPids];
            _findings.Add(ManifestRules.TooManyPids, ManifestFindings.Point(first), Wording.Number(list.Items.Count), Wording.Number(MostPids));
        }

        return pids.ToEquatableArray();
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
}

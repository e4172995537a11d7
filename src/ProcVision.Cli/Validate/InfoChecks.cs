using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Whether what an algorithm says of itself is what its manifest says (conformance 425–427, 445).</summary>
internal static class InfoChecks
{
    public static void Run(CheckList checks, ManifestModel manifest, AlgorithmInfoAnswer answer, bool full)
    {
        if (answer.Info is not { } info)
        {
            // Today's Python adapter has no way to ask (C45): that is no fault of the algorithm.
            checks.Warn("get_info", Words.Of($"算法没有回答 info: {answer.Reason}", $"the algorithm did not answer info: {answer.Reason}"));
            return;
        }

        checks.Pass("get_info", "dict returned");
        if (full)
            checks.Pass("get_info_result", "received");
        checks.Add("step_schema", "steps present", info.Problems.Count == 0 ? null : string.Join('\n', info.Problems));
        checks.Add("name_version_match", $"{info.Name} {info.Version}", Different("name", manifest.Name, info.Name) ?? Different("version", manifest.Version, info.Version));
        string[] ours = [.. manifest.Pids.Order(StringComparer.Ordinal)], theirs = [.. info.Pids.Order(StringComparer.Ordinal)];
        string both = $"manifest={string.Join(",", ours)} info={string.Join(",", theirs)}";
        checks.Add("supported_pids_match", both, ours.SequenceEqual(theirs) ? null : both + Words.Of("；请让两处一致", "; make them agree"));
    }

    private static string? Different(string field, string manifest, string info) => manifest == info ? null : Words.Of(
        $"{field} 不一致: manifest={manifest} info={info}；请让两处一致", $"{field} differs: manifest={manifest} info={info}; make them agree");
}

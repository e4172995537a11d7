using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Which of several manifests is meant: the only one, else the one that has the pid.</summary>
internal static class ManifestChoice
{
    /// <param name="manifests">At least one.</param>
    /// <param name="pid">The product.</param>
    /// <exception cref="BadInputException">None has the pid (1001, C55), or several have.</exception>
    public static ManifestFile Choose(IReadOnlyList<ManifestFile> manifests, string pid)
    {
        ManifestFile[] fitting = [.. manifests.Where(manifest => manifest.Model.Pids.Contains(pid))];
        return fitting switch
        {
            [var only] => only,
            [] => throw new BadInputException(NotSupported(manifests, pid), AnswerCode.InvalidPid),
            _ => throw new BadInputException(
                Words.Of($"有多个 manifest 支持产品 {pid}，请用 --manifest 指定一个: ", $"Several manifests have the product {pid}; name one with --manifest: ") + string.Join(", ", fitting.Select(static file => file.Path)),
                ToolCode.Ambiguous),
        };
    }

    private static string NotSupported(IReadOnlyList<ManifestFile> manifests, string pid)
    {
        string[] supported = [.. manifests.SelectMany(static manifest => manifest.Model.Pids).Distinct()];
        string meant = ClosestName.Find(pid, supported) is { } near ? Words.Of($"是否想写 '{near}'? ", $"Did you mean '{near}'? ") : "";
        return Words.Of($"不支持的产品型号: {pid}。{meant}支持的产品: ", $"The product {pid} is not supported. {meant}Supported: ") + string.Join(", ", supported);
    }
}

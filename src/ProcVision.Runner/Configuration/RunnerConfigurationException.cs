namespace ProcVision.Runner;

/// <summary>A <c>runner_config.json</c> that cannot be used.</summary>
/// <param name="path">The file.</param>
/// <param name="problems">Everything that is wrong, each with its key, its value and what is allowed.</param>
public sealed class RunnerConfigurationException(string path, IReadOnlyList<string> problems)
    : Exception($"{path}: {string.Join(Environment.NewLine + "  ", problems)}")
{
    /// <summary>Everything that is wrong with it.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}

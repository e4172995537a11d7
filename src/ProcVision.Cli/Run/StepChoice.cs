using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Which steps of a manifest are run.</summary>
internal static class StepChoice
{
    /// <param name="manifest">Its steps are in the order of their index.</param>
    /// <param name="only">The only step to run; null for all.</param>
    /// <exception cref="BadInputException">There is no such step.</exception>
    public static IReadOnlyList<ManifestStep> Choose(ManifestFile manifest, int? only)
    {
        var steps = manifest.Model.Steps;
        // The list is optional in a manifest (conformance 106); without it only the first step is certain.
        if (steps.Count == 0)
            return [new() { Index = only ?? 1, Id = null, Name = "", Description = null, OperationGuide = null, Params = default }];
        if (only is null)
            return [.. steps];
        return steps.FirstOrDefault(step => step.Index == only) is { } step
            ? [step]
            : throw new BadInputException(
                Words.Of($"manifest 中没有步骤 {only}，可用的步骤: ", $"The manifest has no step {only}; it has ") + string.Join(", ", steps.Select(static s => $"{s.Index} {s.Name}")));
    }
}

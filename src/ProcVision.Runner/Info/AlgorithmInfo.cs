using System.Text.Json;
using ProcVision.Manifests;

namespace ProcVision.Runner;

/// <summary>What an algorithm says it is (<c>get_info</c>, conformance 108, 111). It may be of any making, so every part may be missing.</summary>
public sealed record AlgorithmInfo
{
    /// <summary>Its name; empty when it gave none.</summary>
    public required string Name { get; init; }

    /// <summary>Its version; empty when it gave none.</summary>
    public required string Version { get; init; }

    /// <summary>The products it knows, in its order.</summary>
    public required IReadOnlyList<string> Pids { get; init; }

    /// <summary>What is wrong with its description of its steps; its parameters are not checked then.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Its steps by index, as far as they can be read.</summary>
    internal IReadOnlyList<ManifestStep> Steps { get; init; } = [];

    /// <summary>
    /// The steps for <see cref="ParameterAssignment"/>, which can refuse a wrong parameter before any call (1006, C13). Empty, and nothing is
    /// refused, unless the algorithm describes its parameters and all of the description can be read: what could not be read might allow it.
    /// </summary>
    internal IReadOnlyList<ManifestStep> Schema { get; init; } = [];

    /// <summary>Reads the <c>info</c> of an answer.</summary>
    /// <returns>Null when it is no object.</returns>
    public static AlgorithmInfo? Parse(JsonElement info)
    {
        if (info.ValueKind != JsonValueKind.Object)
            return null;
        var steps = info.Member("steps");
        var reading = ManifestReader.Read(InfoSteps.AsManifest(steps));
        string[] problems =
        [
            .. reading.Problems
                .Where(static problem => problem.Rule.Severity == ManifestSeverity.Error)
                .Select(static problem => $"{problem.Rule.Id}: {problem.Message}"),
        ];
        IReadOnlyList<ManifestStep> read = reading.Model is { } model ? [.. model.Steps] : [];
        bool isDescribed = steps.Items().Any(static step => step.Member("params").ValueKind == JsonValueKind.Array);
        return new()
        {
            Name = info.Text("name") ?? "",
            Version = info.Text("version") ?? "",
            Pids = [.. info.Member("supported_pids").Items().Where(static pid => pid.ValueKind == JsonValueKind.String).Select(static pid => pid.GetString()!)],
            Problems = problems,
            Steps = read,
            Schema = isDescribed && problems.Length == 0 ? read : [],
        };
    }
}

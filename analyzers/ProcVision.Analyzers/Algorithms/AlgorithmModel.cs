using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Everything that is printed for one algorithm; nothing is left to compute.</summary>
internal sealed record AlgorithmModel
{
    public required string ClassName { get; init; }

    /// <summary>The class as source, from <c>global::</c> on.</summary>
    public required string GlobalName { get; init; }

    /// <summary>The manifest's <c>name</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The manifest's <c>version</c>.</summary>
    public required string Version { get; init; }

    /// <summary>Below the project, with <c>/</c>.</summary>
    public required string ManifestPath { get; init; }

    /// <summary>The <c>get_info</c> object.</summary>
    public required string Info { get; init; }

    public required SessionReference? Session { get; init; }

    /// <summary>Whether calls of the execute-only profile are served.</summary>
    public required bool ExecuteOnly { get; init; }

    public required Hooks Hooks { get; init; }

    public required EquatableArray<PidModel> Pids { get; init; }

    /// <summary>By index.</summary>
    public required EquatableArray<StepModel> Steps { get; init; }

    public required EquatableArray<EnumModel> Enums { get; init; }

    public required EquatableArray<AssetModel> Assets { get; init; }

    public required EquatableArray<AssetFile> AssetFiles { get; init; }
}

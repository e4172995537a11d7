using ProcVision.Collections;

namespace ProcVision.Manifests;

/// <summary>One step of the inspection.</summary>
internal sealed record ManifestStep
{
    /// <summary>The number the platform calls the step by; from 1.</summary>
    public required int Index { get; init; }

    /// <summary>The name for programs, <see langword="null"/> when the manifest has none.</summary>
    public required string? Id { get; init; }

    /// <summary>The name for people; empty when missing.</summary>
    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>What the worker is told to do (<c>operation_guide</c>, conformance 519).</summary>
    public required string? OperationGuide { get; init; }

    /// <summary>The parameters in the order of the manifest, each key once.</summary>
    public required EquatableArray<ManifestParam> Params { get; init; }
}

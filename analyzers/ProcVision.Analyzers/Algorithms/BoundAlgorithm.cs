using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>A class with its manifest: what is printed into the class.</summary>
internal sealed record BoundAlgorithm
{
    public required TypePlace Place { get; init; }

    /// <summary>The generated file's name.</summary>
    public required string HintName { get; init; }

    public required SessionReference? Session { get; init; }

    /// <summary>Null when there are placeholders only.</summary>
    public required AlgorithmModel? Model { get; init; }

    /// <summary>Placeholders inside the class.</summary>
    public required EquatableArray<Placeholder> Inside { get; init; }

    /// <summary>Placeholders in the namespace of a class that nothing can be added to.</summary>
    public required EquatableArray<PlacedPlaceholder> Beside { get; init; }
}

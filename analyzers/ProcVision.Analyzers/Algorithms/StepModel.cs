using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>One step as types and calls.</summary>
internal sealed record StepModel
{
    public required int Index { get; init; }

    /// <summary>The manifest's name of it.</summary>
    public required string Name { get; init; }

    /// <summary>What the step is, as XML text.</summary>
    public required string Summary { get; init; }

    /// <summary>The step type.</summary>
    public required string Type { get; init; }

    /// <summary>The parameter type.</summary>
    public required string ParamsType { get; init; }

    /// <summary>In the order of the manifest; without any there is no parameter type.</summary>
    public required EquatableArray<ParamModel> Params { get; init; }

    /// <summary>The author's method, or null.</summary>
    public required StepMethod? Pre { get; init; }

    /// <summary>The author's method; null only in a build that a rule fails.</summary>
    public required StepMethod? Execute { get; init; }
}

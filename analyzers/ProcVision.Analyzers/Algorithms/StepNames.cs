namespace ProcVision.Analyzers.Algorithms;

/// <summary>The C# names of one step.</summary>
internal sealed class StepNames
{
    /// <summary>What the names of this step have in common.</summary>
    public required string Stem { get; init; }

    /// <summary>The step type, for example <c>LocateTrayStep</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The parameter type, for example <c>LocateTrayParams</c>; only emitted for a step with parameters.</summary>
    public required string Params { get; init; }

    /// <summary>The properties of <see cref="Params"/>, in the order of the parameters.</summary>
    public required IReadOnlyList<string> Properties { get; init; }

    /// <summary>The enums by the key of their parameter.</summary>
    public Dictionary<string, string> Enums { get; } = new(StringComparer.Ordinal);
}

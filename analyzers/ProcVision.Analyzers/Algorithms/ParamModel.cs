namespace ProcVision.Analyzers.Algorithms;

/// <summary>One parameter as a property and the code that reads it.</summary>
internal sealed record ParamModel
{
    /// <summary>The key in <c>user_params</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The property.</summary>
    public required string Name { get; init; }

    /// <summary>The property's type as source.</summary>
    public required string Type { get; init; }

    /// <summary>Meaning, unit and range, as XML text.</summary>
    public required string Summary { get; init; }

    /// <summary>Whether a call without it is refused.</summary>
    public required bool IsRequired { get; init; }

    public required bool IsRect { get; init; }

    /// <summary>The value when the key is absent, as source; null when there is none, or when absent is refused.</summary>
    public required string? Default { get; init; }

    /// <summary>The default of a required parameter, as source: taken by calls that can carry none, else only proposed to the platform's user.</summary>
    public required string? Proposal { get; init; }

    /// <summary>What the variable holds before anything is read, as source.</summary>
    public required string Initial { get; init; }

    /// <summary>The expression that reads the present value.</summary>
    public required string Read { get; init; }

    /// <summary>The static field with the regular expression, or null.</summary>
    public required string? PatternField { get; init; }

    public required string? Pattern { get; init; }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>What a finding about a step without a method tells the code fix that adds one.</summary>
/// <param name="Index">The step's number.</param>
/// <param name="Method">A name for the method.</param>
/// <param name="Type">The simple name of the step's type.</param>
internal sealed record StepFacts(string Index, string Method, string Type)
{
    /// <summary>The facts of a finding; null when it has none.</summary>
    public static StepFacts? Of(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(nameof(Index), out string? index)
        && diagnostic.Properties.TryGetValue(nameof(Method), out string? method)
        && diagnostic.Properties.TryGetValue(nameof(Type), out string? type)
            ? new(index!, method!, type!)
            : null;

    public ImmutableDictionary<string, string?> ToProperties() =>
        ImmutableDictionary<string, string?>.Empty.Add(nameof(Index), Index).Add(nameof(Method), Method).Add(nameof(Type), Type);
}

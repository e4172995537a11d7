using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Hears from the classifier why something is not a model. The generator has none.</summary>
/// <param name="report">Takes a finding.</param>
/// <param name="typeOfStep">The name of a step's type, for messages; null when the manifest has no such step.</param>
internal sealed class AlgorithmListener(Action<Diagnostic> report, Func<int, string?> typeOfStep)
{
    public void Report(DiagnosticDescriptor rule, Location place, params object?[] arguments) => report(Diagnostic.Create(rule, place, arguments));

    /// <summary>A finding that a code fix needs to know more of.</summary>
    public void Report(DiagnosticDescriptor rule, Location place, StepFacts facts, params object?[] arguments) =>
        report(Diagnostic.Create(rule, place, facts.ToProperties(), arguments));

    public string TypeOfStep(int step) => typeOfStep(step) ?? "…Step";
}

using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Algorithms;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>
/// When a step method runs within a detection: pre before execute, and step by step. A session begins empty with each detection and with each reset
/// (conformance 21, 26, 54), so that what a later step wrote in an earlier round is gone.
/// </summary>
/// <param name="Method">The method.</param>
/// <param name="Step">Its step.</param>
/// <param name="Phase">Which half of the step it is.</param>
internal sealed record StepPlace(IMethodSymbol Method, int Step, StepPhase Phase) : IComparable<StepPlace>
{
    /// <summary>The place of a step method; null for any other member, and where a method is for several steps.</summary>
    public static StepPlace? Of(ISymbol member) =>
        member is IMethodSymbol method
        && StepMethodClassifier.AttributesOf(method).ToList() is [var (phase, attribute)]
        && attribute.ConstructorArguments is [{ Value: int step }]
            ? new(method, step, phase)
            : null;

    public int CompareTo(StepPlace? other) => other is null ? 1 : (Step, Phase).CompareTo((other.Step, other.Phase));

    /// <summary>The place in a sentence.</summary>
    public override string ToString() => Phase == StepPhase.Pre ? $"the pre of step {Step}" : $"step {Step}";
}

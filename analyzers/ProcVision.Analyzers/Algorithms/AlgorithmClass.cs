using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>What the author's class says, before a manifest is laid beside it. Everything is sorted.</summary>
internal sealed record AlgorithmClass
{
    public required TypePlace Place { get; init; }

    /// <summary>Whether a part can be added to the class. When not, a rule says why, and its unresolved names get placeholders beside it.</summary>
    public required bool IsModel { get; init; }

    /// <summary>The struct of <c>[Algorithm(Session = …)]</c>; null for the keyed session.</summary>
    public required SessionReference? Session { get; init; }

    /// <summary>Whether <c>[Algorithm(ExecuteOnly = true)]</c> asks for calls of the execute-only profile.</summary>
    public required bool ExecuteOnly { get; init; }

    /// <summary>Sorted by phase, step and name; each phase and step once.</summary>
    public required EquatableArray<StepMethod> Methods { get; init; }

    public required Hooks Hooks { get; init; }

    /// <summary>The members that the author or a base class named; a generated one must not have such a name (CS0102, CS0108).</summary>
    public required EquatableArray<string> TakenNames { get; init; }

    public required EquatableArray<UnresolvedName> Unresolved { get; init; }
}

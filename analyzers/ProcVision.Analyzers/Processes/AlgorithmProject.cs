using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Algorithms;

namespace ProcVision.Analyzers.Processes;

/// <summary>
/// Tells whether code runs in the process of an algorithm: the project has an algorithm class and is run by the host. Tests, tools and libraries that only
/// use the Sdk own their process. One per analyzer and compilation; nothing is looked at before the first question.
/// </summary>
internal sealed class AlgorithmProject
{
    private static readonly HashSet<string> TestFrameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.v3.core", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    private readonly Lazy<IMethodSymbol?> _program;
    private readonly Lazy<bool> _runsAlgorithms;

    private AlgorithmProject(Compilation compilation, StepCode code)
    {
        Code = code;
        _program = new(() => compilation.GetEntryPoint(CancellationToken.None) is { } main && !main.IsGenerated() ? main : null);
        _runsAlgorithms = new(() => code.Algorithms.Count > 0 && !IsTest(compilation) && (_program.Value is null || NamesHost(compilation)));
    }

    /// <summary>When the code of a member runs.</summary>
    public StepCode Code { get; }

    /// <summary>Null where the Sdk is not referenced.</summary>
    public static AlgorithmProject? Of(Compilation compilation) => StepCode.Of(compilation) is { } code ? new(compilation, code) : null;

    /// <summary>
    /// Whether a member is code of an algorithm's process. The class of the author's own Main is not: before it runs the host the process is its own, and it
    /// may print its usage and end.
    /// </summary>
    public bool Owns(ISymbol member) => _runsAlgorithms.Value && !IsBesideMain(member);

    /// <summary>Whether a member is the author's own Main, or the top-level statements.</summary>
    public bool IsMain(ISymbol member) => _program.Value is { } main && _runsAlgorithms.Value && SymbolEqualityComparer.Default.Equals(main, OuterMember(member));

    /// <summary>Whether a member runs in a step, in any project.</summary>
    public bool IsInStep(ISymbol member) => (Code.MomentsOf(member) & Moments.Step) != 0;

    private static ISymbol OuterMember(ISymbol member)
    {
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            member = member.ContainingSymbol;
        return member;
    }

    private static bool IsTest(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(a => TestFrameworks.Contains(a.Name));

    /// <summary>A Main that never runs the host makes a tool of the project, or is a mistake of its own.</summary>
    private static bool NamesHost(Compilation compilation) =>
        compilation.SyntaxTrees.Any(t => !t.IsGenerated() && t.GetText().ToString().Contains("AlgorithmHost"));

    private bool IsBesideMain(ISymbol member) =>
        _program.Value is { } main
        && SymbolEqualityComparer.Default.Equals(main.ContainingType, member.ContainingType)
        && !StepCode.IsAlgorithm(main.ContainingType);
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// Finds a program of the author's own that does not host the algorithm of its project. What names the host, the generated table or
/// <c>AlgorithmTest</c> anywhere runs its algorithms in a way of its own, as a bench, a test or an in-process host does.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OwnProgramAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Hosts = ["AlgorithmHost", "AlgorithmTest", "ProcVisionTable", "IAlgorithm", "AlgorithmDescriptor"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeRules.OwnProgram];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (StepCode.Of(start.Compilation) is { } code)
                start.RegisterSymbolAction(symbol => Analyze(symbol, code), SymbolKind.NamedType);
        });
    }

    /// <summary>Once per project: at the first of its algorithms.</summary>
    private static void Analyze(SymbolAnalysisContext context, StepCode code)
    {
        if (StepCode.IsAlgorithm((INamedTypeSymbol)context.Symbol)
            && code.Algorithms is [var first, ..]
            && SymbolEqualityComparer.Default.Equals(first, context.Symbol)
            && context.Compilation.GetEntryPoint(context.CancellationToken) is { Locations: [{ SourceTree: { } tree }, ..] } main
            && !tree.IsGenerated()
            && !NamesHost(context.Compilation, context.CancellationToken))
            Report(context, main);
    }

    private static bool NamesHost(Compilation compilation, CancellationToken cancellation) =>
        compilation.SyntaxTrees.Any(tree => !tree.IsGenerated()
            && tree.GetRoot(cancellation).DescendantNodes().OfType<SimpleNameSyntax>().Any(name => Hosts.Contains(name.Identifier.ValueText)));

    private static void Report(SymbolAnalysisContext context, IMethodSymbol main)
    {
        var statement = main.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is CompilationUnitSyntax unit
            ? unit.Members.OfType<GlobalStatementSyntax>().FirstOrDefault()
            : null;
        context.ReportDiagnostic(Diagnostic.Create(
            CodeRules.OwnProgram,
            statement?.GetLocation() ?? main.Locations[0],
            statement is null ? "'Main'" : "statements of its own",
            context.Symbol.Name));
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds results that nobody gets: a missing <c>return</c>, or a <c>With</c> that was taken for a change (conformance 137).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ThrownAwayResultAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.ThrownAway];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ResultSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.ExpressionStatement);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ResultSymbols symbols)
    {
        // '_ =' says that it is meant, and a lambda of one expression has no statement.
        if (context.Operation is IExpressionStatementOperation { IsImplicit: false, Operation: IInvocationOperation call } && symbols.IsResult(call.TargetMethod.OriginalDefinition.ReturnType) && !IsPassedOn(call, symbols))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ResultRules.ThrownAway,
                call.Syntax.GetLocation(),
                call.TargetMethod.Name,
                symbols.MakerOf(call) is null ? ", or write '_ =' before it if that is meant" : ""));
        }
    }

    /// <summary>Whether a method of the author's own takes a result and gives it back, as one that only writes it to the log does.</summary>
    private static bool IsPassedOn(IInvocationOperation call, ResultSymbols symbols) =>
        symbols.MakerOf(call) is null && call.TargetMethod.OriginalDefinition.Parameters.Any(p => symbols.IsResult(p.Type));
}

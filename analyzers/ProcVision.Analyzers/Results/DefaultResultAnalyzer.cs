using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds results that say nothing, in the place of one (conformance 139, 164).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DefaultResultAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.DefaultResult];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ResultSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(operation => AnalyzeReturn(operation, symbols), OperationKind.Return);
            start.RegisterOperationAction(operation => AnalyzeCall(operation, symbols), OperationKind.Invocation);
        });
    }

    private static void AnalyzeReturn(OperationAnalysisContext context, ResultSymbols symbols)
    {
        if (((IReturnOperation)context.Operation).ReturnedValue is not { } returned || !symbols.IsResult(returned.Type) || MayBeUnused(context, symbols))
            return;
        foreach (var branch in returned.Branches())
        {
            if (IsDefault(branch.Source(), symbols))
                Report(context, branch, symbols, "so the call is answered with 1000");
        }
    }

    private static void AnalyzeCall(OperationAnalysisContext context, ResultSymbols symbols)
    {
        if (context.Operation is IInvocationOperation { Instance: { } instance } call && symbols.MakerOf(call) == "With" && IsDefault(instance.Source(), symbols))
            Report(context, instance, symbols, "and 'With' refuses it");
    }

    /// <summary>Whether the caller may be told in another way not to look at the result: <c>bool</c> and <c>out</c>, and the like.</summary>
    private static bool MayBeUnused(OperationAnalysisContext context, ResultSymbols symbols)
    {
        for (var around = context.Operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return HasOut(around is IAnonymousFunctionOperation lambda ? lambda.Symbol : ((ILocalFunctionOperation)around).Symbol);
        }

        return !symbols.IsStepMethod(context.ContainingSymbol) && context.ContainingSymbol is IMethodSymbol method && HasOut(method);
    }

    private static bool HasOut(IMethodSymbol method) => method.Parameters.Any(p => p.RefKind is RefKind.Out or RefKind.Ref);

    private static bool IsDefault(IOperation value, ResultSymbols symbols) =>
        symbols.IsResult(value.Type) && value is IDefaultValueOperation or IObjectCreationOperation { Arguments.IsEmpty: true };

    private static void Report(OperationAnalysisContext context, IOperation value, ResultSymbols symbols, string effect)
    {
        bool isPre = symbols.IsPreResult(value.Type);
        context.ReportDiagnostic(Diagnostic.Create(
            ResultRules.DefaultResult,
            value.Place(),
            isPre ? "PreResult" : "ExecuteResult",
            effect,
            isPre ? "PreResult.Ok or PreResult.Error" : "ExecuteResult.Ok, Ng or Error"));
    }
}

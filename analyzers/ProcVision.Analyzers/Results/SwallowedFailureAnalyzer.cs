using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds handlers around a whole inspection that answer OK when it failed (conformance 61, 218).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SwallowedFailureAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.SwallowedFailure];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ResultSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Try);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ResultSymbols symbols)
    {
        // Only around the step: what is tried inside of it may be something that the verdict does not need.
        var attempt = (ITryOperation)context.Operation;
        if (!symbols.IsExecuteMethod(context.ContainingSymbol) || attempt.Parent is not IBlockOperation { Parent: IMethodBodyOperation } body || IsDecidedBefore(attempt, body))
            return;
        foreach (var handler in attempt.Catches)
        {
            if (TakesAll(handler, symbols) && EndsWithOk(attempt, handler.Handler, body, symbols))
                context.ReportDiagnostic(Diagnostic.Create(ResultRules.SwallowedFailure, ((CatchClauseSyntax)handler.Syntax).CatchKeyword.GetLocation()));
        }
    }

    /// <summary>Whether a verdict is made in front of it: then what is tried may be what is only added to an OK.</summary>
    private static bool IsDecidedBefore(ITryOperation attempt, IBlockOperation body) =>
        body.Operations.TakeWhile(o => o != attempt).Any(o => Inside(o).Prepend(o).OfType<IReturnOperation>().Any(r => r.ReturnedValue is not null));

    private static bool TakesAll(ICatchClauseOperation handler, ResultSymbols symbols) =>
        handler.Filter is null
        && (handler.ExceptionType.SpecialType == SpecialType.System_Object || SymbolEqualityComparer.Default.Equals(handler.ExceptionType, symbols.Exception));

    private static bool EndsWithOk(ITryOperation attempt, IBlockOperation handler, IBlockOperation body, ResultSymbols symbols)
    {
        if (Inside(handler).OfType<IThrowOperation>().Any())
            return false;
        var returns = Inside(handler).OfType<IReturnOperation>().ToList();
        if (returns.Count > 0)
            return Inside(attempt.Body).OfType<IReturnOperation>().Any() && returns.All(r => IsOk(r.ReturnedValue, symbols));

        // The verdict is made in the variable that is returned behind it.
        var next = body.Operations.ElementAtOrDefault(body.Operations.IndexOf(attempt) + 1) as IReturnOperation;
        if (next?.ReturnedValue is ILocalReferenceOperation result)
            return AssignedTo(result.Local, attempt.Body).Count > 0 && AssignedTo(result.Local, handler) is { Count: > 0 } given && given.All(v => IsOk(v, symbols));
        return Inside(attempt.Body).OfType<IReturnOperation>().Any() && IsOk(next?.ReturnedValue, symbols);
    }

    private static List<IOperation> AssignedTo(ILocalSymbol local, IOperation block) =>
    [
        .. Inside(block).OfType<ISimpleAssignmentOperation>()
            .Where(a => a.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local))
            .Select(a => a.Value),
    ];

    private static bool IsOk(IOperation? result, ResultSymbols symbols) =>
        result is not null && result.Branches().All(b => ResultChain.Of(b, symbols).Maker == "Ok");

    /// <summary>The operations of a block, without those of functions in it.</summary>
    private static IEnumerable<IOperation> Inside(IOperation block) =>
        block.ChildOperations.Where(o => o is not (IAnonymousFunctionOperation or ILocalFunctionOperation)).SelectMany(o => Inside(o).Prepend(o));
}

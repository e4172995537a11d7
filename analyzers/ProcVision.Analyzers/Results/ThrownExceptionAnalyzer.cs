using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds exceptions without a meaning for the platform that leave a step method (conformance 61, C5).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ThrownExceptionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.ThrownOut];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ResultSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Throw);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ResultSymbols symbols)
    {
        var thrown = (IThrowOperation)context.Operation;
        if (!symbols.IsStepMethod(context.ContainingSymbol)
            || thrown.Exception?.Source() is not IObjectCreationOperation { Type: INamedTypeSymbol type }
            || IsMeant(type, symbols)
            || IsOfUnreachable(thrown)
            || IsCaughtOrDeferred(thrown, type))
            return;
        bool isPre = !symbols.IsExecuteMethod(context.ContainingSymbol);
        context.ReportDiagnostic(Diagnostic.Create(
            ResultRules.ThrownOut,
            thrown.Syntax.GetLocation(),
            type.Name,
            isPre ? "PreResult" : "ExecuteResult",
            "ErrorCode." + CodeFor(type)));
    }

    /// <summary>Whether the platform knows the exception, or it says that the code is not finished or cannot come here: then 9999 is the truth.</summary>
    private static bool IsMeant(INamedTypeSymbol type, ResultSymbols symbols) =>
        IsOrDerives(type, symbols.AlgorithmException)
        || type.IsOf("System.Diagnostics", "UnreachableException")
        || type.IsOf("System", "NotImplementedException")
        || type.IsOf("System", "OperationCanceledException")
        || type.IsOf("System.Threading.Tasks", "TaskCanceledException");

    /// <summary>The arm that the compiler wants for values that an enum does not have.</summary>
    private static bool IsOfUnreachable(IOperation thrown)
    {
        var value = thrown;
        while (value.Parent is IConversionOperation or IBlockOperation { Operations.Length: 1 })
            value = value.Parent;
        return value.Parent is ISwitchExpressionArmOperation { Pattern: IDiscardPatternOperation }
            || value.Parent is ISwitchCaseOperation { Clauses: var clauses } && clauses.Any(c => c.CaseKind == CaseKind.Default);
    }

    /// <summary>Whether a handler of the method may take it, or a function that somebody else calls throws it.</summary>
    private static bool IsCaughtOrDeferred(IOperation thrown, INamedTypeSymbol type)
    {
        for (IOperation inner = thrown; inner.Parent is { } around; inner = around)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation
                || (around is ITryOperation attempt && attempt.Body == inner && attempt.Catches.Any(c => IsOrDerives(type, c.ExceptionType as INamedTypeSymbol) || c.ExceptionType.SpecialType == SpecialType.System_Object)))
                return true;
        }

        return false;
    }

    private static bool IsOrDerives(INamedTypeSymbol type, INamedTypeSymbol? known)
    {
        for (var t = type; t is not null && known is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, known))
                return true;
        }

        return false;
    }

    private static string CodeFor(INamedTypeSymbol type) => type.Name switch
    {
        "FileNotFoundException" or "DirectoryNotFoundException" or "DllNotFoundException" or "KeyNotFoundException" or "InvalidOperationException" => "ModelNotFound",
        "ArgumentException" or "ArgumentNullException" or "ArgumentOutOfRangeException" or "FormatException" => "InvalidParams",
        "IndexOutOfRangeException" => "CoordinateInvalid",
        "TimeoutException" => "Timeout",
        _ => "Unknown",
    };
}

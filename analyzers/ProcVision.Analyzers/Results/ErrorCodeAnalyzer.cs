using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds codes that a result refuses: those of no table, and those of package management (conformance 172–190, section 7, C24).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ErrorCodeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.UnknownCode, ResultRules.PackageCode];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ResultSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(operation => AnalyzeCall(operation, symbols), OperationKind.Invocation);
            start.RegisterOperationAction(operation => AnalyzeCast(operation, symbols), OperationKind.Conversion);
        });
    }

    /// <summary>What is given to a result: also 0 and <c>default</c>, which elsewhere may stand for no code at all.</summary>
    private static void AnalyzeCall(OperationAnalysisContext context, ResultSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (symbols.MakerOf(call) != "Error" || call.Given("code") is not { } given)
            return;
        foreach (var branch in given.Branches())
        {
            // A cast speaks for itself, here or at the constant that is named here.
            if (branch.ConstantValue is { HasValue: true, Value: int code } && !IsCastInSource(branch, symbols))
                Report(context, branch, code, symbols);
        }
    }

    /// <summary>A number that is made a code, wherever it is kept until then.</summary>
    private static void AnalyzeCast(OperationAnalysisContext context, ResultSymbols symbols)
    {
        var cast = (IConversionOperation)context.Operation;
        if (IsCast(cast, symbols) && cast.ConstantValue.Value is int code && !IsCompared(cast))
            Report(context, cast, code, symbols);
    }

    private static bool IsCast(IOperation operation, ResultSymbols symbols) =>
        operation is IConversionOperation { IsImplicit: false, ConstantValue: { HasValue: true, Value: not 0 } } cast
        && symbols.IsErrorCode(cast.Type)
        && !symbols.IsErrorCode(cast.Operand.Type);

    private static bool IsCastInSource(IOperation value, ResultSymbols symbols) =>
        IsCast(value, symbols)
        || (value is IFieldReferenceOperation { Field.DeclaringSyntaxReferences.IsEmpty: false } or ILocalReferenceOperation && value.ConstantValue.Value is not 0);

    private static bool IsCompared(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent is IBinaryOperation or IPatternOperation or ICaseClauseOperation
            || value.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Equals" or "Equal" or "NotEqual" } };
    }

    private static void Report(OperationAnalysisContext context, IOperation value, int code, ResultSymbols symbols)
    {
        if (symbols.IsNamedCode(code))
            return;
        context.ReportDiagnostic(CodeTable.IsOfPackages(code)
            ? Diagnostic.Create(ResultRules.PackageCode, value.Place(), code, CodeTable.NameOf(code) is { } name ? $" ('{name}')" : "", CodeTable.NearestTo(code))
            : Diagnostic.Create(ResultRules.UnknownCode, value.Place(), code, CodeTable.NearestTo(code)));
    }
}

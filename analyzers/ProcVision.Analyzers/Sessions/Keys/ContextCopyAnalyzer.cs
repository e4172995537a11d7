using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Finds facts of the context that are stored once more in the state (conformance 30).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ContextCopyAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [KeyRules.ContextCopied];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SessionSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(operation => AnalyzeCall(operation, symbols), OperationKind.Invocation);
            start.RegisterOperationAction(operation => AnalyzeProperty(operation, symbols), OperationKind.PropertyReference);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, SessionSymbols symbols)
    {
        if (KeyedCall.Of((IInvocationOperation)context.Operation, symbols) is not { Door: KeyedDoor.Set, Value: { } value } call)
            return;
        if (ContextFields.Of(value, symbols) is (var field, var reading))
            Report(context, call.PlaceOfValue!, field, reading);
        else if (ContextFields.ReadingOf(call.ConstantKey) is { } own)
            Report(context, call.PlaceOfKey, call.ConstantKey!, own);
    }

    private static void AnalyzeProperty(OperationAnalysisContext context, SessionSymbols symbols)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (PropertyUse.ValueOf(property) is { } value
            && symbols.IsTypedProperty(property.Property)
            && ContextFields.Of(value, symbols) is (var field, var reading))
            Report(context, ValueOrigin.PlaceOf(value), field, reading);
    }

    private static void Report(OperationAnalysisContext context, Location place, string field, string reading) =>
        context.ReportDiagnostic(Diagnostic.Create(KeyRules.ContextCopied, place, field, reading));
}

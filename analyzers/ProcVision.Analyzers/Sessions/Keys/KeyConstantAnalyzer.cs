using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Finds keys that nobody knows before the step runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyConstantAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [KeyRules.NotConstant];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SessionSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, SessionSymbols symbols)
    {
        // A null is the compiler's to find.
        if (KeyedCall.Of((IInvocationOperation)context.Operation, symbols) is { } call && !call.Key.Value.ConstantValue.HasValue)
            context.ReportDiagnostic(Diagnostic.Create(KeyRules.NotConstant, call.PlaceOfKey, call.Door));
    }
}

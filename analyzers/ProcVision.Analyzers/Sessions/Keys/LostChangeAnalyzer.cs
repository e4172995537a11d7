using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Finds changes of what a session has just given: it gives copies, and a copy without a name is lost at once.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LostChangeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [KeyRules.LostChange];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SessionSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(operation => AnalyzeCall(operation, symbols), OperationKind.Invocation);
            start.RegisterOperationAction(
                operation => AnalyzeTarget(operation, ((IAssignmentOperation)operation.Operation).Target, symbols),
                OperationKind.SimpleAssignment,
                OperationKind.CompoundAssignment,
                OperationKind.CoalesceAssignment);
            start.RegisterOperationAction(
                operation => AnalyzeTarget(operation, ((IIncrementOrDecrementOperation)operation.Operation).Target, symbols),
                OperationKind.Increment,
                OperationKind.Decrement);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, SessionSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Mutators.Changed(call) is { } changed && SessionCopy.KeyOf(changed, symbols) is { } key)
            Report(context, call.TargetMethod.Name, key);
    }

    private static void AnalyzeTarget(OperationAnalysisContext context, IOperation target, SessionSymbols symbols)
    {
        var (changed, name) = target switch
        {
            IPropertyReferenceOperation { Property.IsIndexer: true } indexer => (indexer.Instance, "[…]"),
            IPropertyReferenceOperation property => (property.Instance, property.Property.Name),
            IFieldReferenceOperation field => (field.Instance, field.Field.Name),
            IArrayElementReferenceOperation element => (element.ArrayReference, "[…]"),
            _ => (null, ""),
        };
        if (changed is not null && SessionCopy.KeyOf(changed, symbols) is { } key)
            Report(context, name, key);
    }

    private static void Report(OperationAnalysisContext context, string change, string key) =>
        context.ReportDiagnostic(Diagnostic.Create(KeyRules.LostChange, context.Operation.Syntax.GetLocation(), change, key));
}

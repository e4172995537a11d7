using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Finds sessions in fields of an algorithm and in static fields, which live longer than a detection.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeptSessionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [KeyRules.KeptSession];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SessionSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
        });
    }

    private static void Analyze(OperationAnalysisContext context, SessionSymbols symbols)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is not IMemberReferenceOperation { Member: var member } || !Lives(member, symbols) || !IsOfCall(assignment.Value, symbols))
            return;
        context.ReportDiagnostic(Diagnostic.Create(KeyRules.KeptSession, assignment.Syntax.GetLocation(), member.Name));
    }

    private static bool Lives(ISymbol member, SessionSymbols symbols) =>
        member is IFieldSymbol or IPropertySymbol { IsIndexer: false }
        && (member.IsStatic || (member.ContainingType is { } type && symbols.AlgorithmMark(type) is not null));

    /// <summary>Whether a value is the session that a step or a hook was given.</summary>
    private static bool IsOfCall(IOperation value, SessionSymbols symbols) =>
        ValueOrigin.Of(value) is IMemberReferenceOperation { Member: { Name: "Session", ContainingType: { } step } } session
        && symbols.IsKeyedSession(session.Type)
        && (step.IsRefLikeType || step.Is(SdkNames.StepStart) || step.Is(SdkNames.StepFinish) || step.Is(SdkNames.ResetContext));
}

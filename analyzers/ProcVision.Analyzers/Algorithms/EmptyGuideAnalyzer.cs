using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds <c>step.Guide</c> in an algorithm that takes no calls of the profile which brings it (conformance 87–91).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EmptyGuideAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeRules.GuideWithoutCalls];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (StepCode.Of(start.Compilation) is not null)
                start.RegisterOperationAction(Analyze, OperationKind.PropertyReference);
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        if (context.Operation is not IPropertyReferenceOperation { Property: { Name: "Guide", ContainingType: { } step } } reference
            || reference.Parent is INameOfOperation
            || !StepCode.IsStep(step)
            || step.ContainingType.Attribute(SdkNames.AlgorithmAttribute) is not { } attribute
            || attribute.NamedArguments.Any(a => a.Key == AlgorithmArgument.ExecuteOnly && a.Value.Value is not false))
            return;
        var place = reference.Syntax is MemberAccessExpressionSyntax access ? access.Name.GetLocation() : reference.Syntax.GetLocation();
        context.ReportDiagnostic(Diagnostic.Create(CodeRules.GuideWithoutCalls, place, step.ContainingType.Name));
    }
}

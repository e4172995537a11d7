using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds step methods in classes that are no algorithms.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StepPlacementAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StepRules.OutsideAlgorithm];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkNames.AlgorithmAttribute) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.ContainingType is not { } type || type.Attribute(SdkNames.AlgorithmAttribute) is not null)
            return;
        foreach (var (_, attribute) in StepMethodClassifier.AttributesOf(method))
        {
            var place = attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? method.Locations[0];
            context.ReportDiagnostic(Diagnostic.Create(StepRules.OutsideAlgorithm, place, method.Name, type.Name));
        }
    }
}

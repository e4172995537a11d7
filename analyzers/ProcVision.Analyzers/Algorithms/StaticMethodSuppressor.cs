using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// Step methods and hooks are called on the instance, also when one of them does not use it: CA1822 would ask for what PV1015 and PV1020 forbid.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StaticMethodSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor CalledOnInstance = new(
        "PVS1822", "CA1822", "Step methods and hooks of an [Algorithm] class are called on its instance.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [CalledOnInstance];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is IMethodSymbol method && IsCalled(method))
                context.ReportSuppression(Suppression.Create(CalledOnInstance, diagnostic));
        }
    }

    private static bool IsCalled(IMethodSymbol method) =>
        method.ContainingType.Attribute(SdkNames.AlgorithmAttribute) is not null
        && (StepMethodClassifier.AttributesOf(method).Any() || HookClassifier.IsHookName(method.Name));
}

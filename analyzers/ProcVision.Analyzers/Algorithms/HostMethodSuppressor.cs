using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// Step methods and hooks are called by generated code, on the instance and with a signature that is not the author's to choose: some warnings of the
/// framework ask there for what PV1015 and PV1020 forbid, or for removing what a PV rule asks to mend.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HostMethodSuppressor : DiagnosticSuppressor
{
    private static readonly ImmutableDictionary<string, SuppressionDescriptor> Descriptors = new SuppressionDescriptor[]
    {
        new("PVS1822", "CA1822", "Step methods and hooks of an [Algorithm] class are called on its instance."),
        new("PVS0051", "IDE0051", "A step method or hook is called by generated code, or a PV rule says why it is not."),
        new("PVS0060", "IDE0060", "Step methods and hooks of an [Algorithm] class have the parameters that the host gives."),
    }.ToImmutableDictionary(d => d.SuppressedDiagnosticId);

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [.. Descriptors.Values.OrderBy(d => d.Id, StringComparer.Ordinal)];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (IsOfHost(context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken)))
                context.ReportSuppression(Suppression.Create(Descriptors[diagnostic.Id], diagnostic));
        }
    }

    private static bool IsOfHost(ISymbol? symbol) => symbol switch
    {
        // A parameter of a local function in a step is the author's own.
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } method } => IsOfHost(method),
        IMethodSymbol method => method.ContainingType.Attribute(SdkNames.AlgorithmAttribute) is not null
            && (StepMethodClassifier.AttributesOf(method).Any() || HookClassifier.IsHookName(method.Name) || HookGuess.Of(method) is not null),
        _ => false,
    };
}

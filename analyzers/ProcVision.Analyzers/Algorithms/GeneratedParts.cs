using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Looks at what the generator made of a class.</summary>
internal static class GeneratedParts
{
    /// <summary>The generated calls; null when the class was not a model.</summary>
    public static INamedTypeSymbol? Dispatch(INamedTypeSymbol type) =>
        type.GetTypeMembers(ManifestNames.DispatchType).FirstOrDefault(t => t.IsGenerated());

    /// <summary>The names of the author's methods that are called.</summary>
    public static ISet<string> Called(INamedTypeSymbol dispatch, CancellationToken cancellation) =>
        new HashSet<string>(
            dispatch.DeclaringSyntaxReferences
                .SelectMany(r => r.GetSyntax(cancellation).DescendantNodes())
                .OfType<MemberAccessExpressionSyntax>()
                .Where(m => m.Expression is IdentifierNameSyntax { Identifier.ValueText: DispatchEmitter.AlgorithmField })
                .Select(m => m.Name.Identifier.ValueText),
            StringComparer.Ordinal);
}

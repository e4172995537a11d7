using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// Whether code of the project may call a method, by its name alone: no place needs to be bound for that, and what only has the same name keeps
/// a rule silent.
/// </summary>
internal static class MethodNames
{
    public static bool IsNamed(IMethodSymbol method, Compilation compilation, CancellationToken cancellation)
    {
        var own = method.ContainingType.DeclaringSyntaxReferences.Where(r => !r.SyntaxTree.IsGenerated()).ToList();
        if (own.Any(r => Names(r.GetSyntax(cancellation), method.Name).Any(IsOfOwnInstance)))
            return true;

        // Everybody disposes of something.
        return method.DeclaredAccessibility != Accessibility.Private
            && method.Name is not ("Dispose" or "DisposeAsync")
            && compilation.SyntaxTrees.Any(tree => !tree.IsGenerated() && Names(tree.GetRoot(cancellation), method.Name)
                .Any(name => own.TrueForAll(r => r.SyntaxTree != tree || !r.Span.Contains(name.Span))));
    }

    private static IEnumerable<SimpleNameSyntax> Names(SyntaxNode node, string name) =>
        node.DescendantNodes().OfType<SimpleNameSyntax>().Where(n => n.Identifier.ValueText == name);

    private static bool IsOfOwnInstance(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression.IsKind(SyntaxKind.ThisExpression) || access.Expression.IsKind(SyntaxKind.BaseExpression),
        MemberBindingExpressionSyntax => false,
        _ => true,
    };
}

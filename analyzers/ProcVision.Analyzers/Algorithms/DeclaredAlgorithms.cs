using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds the algorithm classes of a compilation without binding the attributes of all its types.</summary>
internal static class DeclaredAlgorithms
{
    /// <summary>The classes, in the order of the files. One whose attribute has another name here, through <c>using X =</c>, is not found.</summary>
    public static IReadOnlyList<INamedTypeSymbol> Of(Compilation compilation)
    {
        var found = new List<INamedTypeSymbol>();
        var names = compilation.SyntaxTrees
            .Where(tree => !tree.IsGenerated())
            .SelectMany(tree => MarkedIn(tree.GetRoot()))
            .Distinct(StringComparer.Ordinal);
        foreach (string name in names)
            found.AddRange(compilation.GetSymbolsWithName(name, SymbolFilter.Type).OfType<INamedTypeSymbol>().Where(StepCode.IsAlgorithm));
        return found;
    }

    private static IEnumerable<string> MarkedIn(SyntaxNode root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<TypeDeclarationSyntax>()
            .Where(type => type.AttributeLists.Any(list => list.Attributes.Any(IsMark)))
            .Select(type => type.Identifier.ValueText);

    private static bool IsMark(AttributeSyntax attribute)
    {
        var name = attribute.Name;
        while (name is not SimpleNameSyntax)
            name = name is QualifiedNameSyntax qualified ? qualified.Right : ((AliasQualifiedNameSyntax)name).Name;
        return ((SimpleNameSyntax)name).Identifier.ValueText is "Algorithm" or "AlgorithmAttribute";
    }
}

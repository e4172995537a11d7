using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ProcVision.CodeFixes.Syntax;

/// <summary>Names a type in a file: shortly where that is clear, with a new <c>using</c> if need be.</summary>
internal static class TypeNames
{
    private const string AttributeSuffix = "Attribute";

    /// <summary>The name of a type at a place of a file that is edited.</summary>
    public static NameSyntax In(DocumentEditor document, SyntaxNode place, INamedTypeSymbol type)
    {
        var outer = type;
        while (outer.ContainingType is { } containing)
            outer = containing;
        var visible = document.SemanticModel.LookupNamespacesAndTypes(place.SpanStart, name: outer.Name);
        if (visible.Contains(outer, SymbolEqualityComparer.Default))
            return SyntaxFactory.ParseName(Short(type));
        if (!visible.IsEmpty || document.SemanticModel.LookupNamespacesAndTypes(place.SpanStart, name: Short(outer)).Any() || outer.ContainingNamespace.IsGlobalNamespace)
            return SyntaxFactory.ParseName(type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat));
        string space = outer.ContainingNamespace.ToDisplayString();
        document.ReplaceNode(document.OriginalRoot, (root, _) => Usings.Add((CompilationUnitSyntax)root, space));
        return SyntaxFactory.ParseName(Short(type));
    }

    /// <summary>Without its namespace, and without the ending that an attribute need not have where it is used.</summary>
    private static string Short(INamedTypeSymbol type)
    {
        string name = type.ToDisplayString(new SymbolDisplayFormat(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes));
        return name.EndsWith(AttributeSuffix, StringComparison.Ordinal) && IsAttribute(type) ? name.Substring(0, name.Length - AttributeSuffix.Length) : name;
    }

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Name == AttributeSuffix)
                return true;
        }

        return false;
    }
}

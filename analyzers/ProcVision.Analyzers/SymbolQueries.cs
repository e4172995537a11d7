using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.Analyzers;

/// <summary>Questions about symbols that several features ask.</summary>
internal static class SymbolQueries
{
    /// <summary>Whether a type is the one with this metadata name; for types that are not nested and not generic.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        if (type is not INamedTypeSymbol { ContainingType: null, Arity: 0 } || !metadataName.EndsWith(type.Name, StringComparison.Ordinal))
            return false;

        int end = metadataName.Length - type.Name.Length;
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            end -= 1 + space.Name.Length;
            if (end < 0 || metadataName[end + space.Name.Length] != '.' || string.CompareOrdinal(metadataName, end, space.Name, 0, space.Name.Length) != 0)
                return false;
        }

        return end == 0;
    }

    public static AttributeData? Attribute(this ISymbol symbol, string metadataName) =>
        symbol.GetAttributes().FirstOrDefault(a => a.AttributeClass.Is(metadataName));

    /// <summary>The place of an attribute's first argument, which is what a finding about it is about.</summary>
    public static Location FirstArgument(this AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax syntax
            ? syntax.ArgumentList?.Arguments.FirstOrDefault()?.GetLocation() ?? syntax.GetLocation()
            : Location.None;

    /// <summary>Whether another part can be added to a type: some declaration of it says <c>partial</c>.</summary>
    public static bool IsPartial(this INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(r =>
            r.GetSyntax(cancellation) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether code anywhere in the assembly can name the type.</summary>
    public static bool IsReachableInAssembly(this INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal || t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return false;
        }

        return true;
    }

    /// <summary>Whether code in any assembly can name the type.</summary>
    public static bool IsPublic(this INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.DeclaredAccessibility != Accessibility.Public)
                return false;
        }

        return true;
    }

    /// <summary>Whether a symbol was written by this generator.</summary>
    public static bool IsGenerated(this ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.IsEmpty && symbol.DeclaringSyntaxReferences.All(r => IsGenerated(r.SyntaxTree));

    /// <summary>Whether a file was written by this generator: the compiler puts it into a folder that is named like the generator.</summary>
    public static bool IsGenerated(this SyntaxTree tree)
    {
        string[] parts = tree.FilePath.Split('/', '\\');
        return parts.Length > 1 && parts[parts.Length - 2] == typeof(AlgorithmGenerator).FullName;
    }
}

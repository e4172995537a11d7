using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProcVision.Analyzers.Sources;

/// <summary>Names of the author's symbols as source.</summary>
internal static class CSharpName
{
    private static readonly SymbolDisplayFormat WithNullable = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat WithoutGlobal = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(
        SymbolDisplayGlobalNamespaceStyle.Omitted);

    /// <summary>One identifier; an <c>@</c> in front of everything that is or may become a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A type from <c>global::</c> on, with its <c>?</c>.</summary>
    public static string Global(ITypeSymbol type) => type.ToDisplayString(WithNullable);

    /// <summary>A namespace or type without <c>global::</c>; empty for the global namespace.</summary>
    public static string Plain(INamespaceOrTypeSymbol symbol) =>
        symbol is INamespaceSymbol { IsGlobalNamespace: true } ? "" : symbol.ToDisplayString(WithoutGlobal);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ProcVision.CodeFixes.Syntax;

/// <summary>Puts an attribute in a line of its own before a declaration; comments stay above it.</summary>
internal static class AttributeEdit
{
    /// <summary>Adds an attribute to a declaration in a file that is edited.</summary>
    public static void Add(DocumentEditor document, MemberDeclarationSyntax declaration, INamedTypeSymbol type, AttributeArgumentSyntax? argument = null)
    {
        var name = TypeNames.In(document, declaration, type);
        var attribute = argument is null
            ? SyntaxFactory.Attribute(name)
            : SyntaxFactory.Attribute(name, SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument)));
        document.ReplaceNode(declaration, (node, _) => Add(node, attribute));
    }

    /// <summary>How lines end in the file of a node.</summary>
    public static SyntaxTrivia EndOfLine(SyntaxNode node) =>
        SyntaxFactory.EndOfLine(node.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end
            ? end.ToString()
            : "\n");

    private static MemberDeclarationSyntax Add(SyntaxNode declaration, AttributeSyntax attribute)
    {
        var first = declaration.GetFirstToken();
        var leading = first.LeadingTrivia;
        var indent = leading.Count > 0 && leading.Last().IsKind(SyntaxKind.WhitespaceTrivia) ? SyntaxFactory.TriviaList(leading.Last()) : SyntaxFactory.TriviaList();
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(leading)
            .WithTrailingTrivia(EndOfLine(declaration));
        var below = declaration.ReplaceToken(first, first.WithLeadingTrivia(indent));
        return ((MemberDeclarationSyntax)below).WithAttributeLists(((MemberDeclarationSyntax)below).AttributeLists.Insert(0, list));
    }
}

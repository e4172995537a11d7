using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ProcVision.Analyzers;

namespace ProcVision.CodeFixes.Syntax;

/// <summary>Finds the declarations that a fix can edit: in files of the project, not in generated ones.</summary>
internal static class Declared
{
    /// <summary>The declaration of a type, property or field with an editor of its file; null when it has none that takes an attribute alone.</summary>
    public static async Task<(MemberDeclarationSyntax Declaration, DocumentEditor Document)?> InAsync(SolutionEditor editor, ISymbol symbol, CancellationToken cancellation)
    {
        if (await OfAsync(symbol, cancellation).ConfigureAwait(false) is not { } declaration
            || editor.OriginalSolution.GetDocument(declaration.SyntaxTree) is not { } document)
            return null;
        return (declaration, await editor.GetDocumentEditorAsync(document.Id, cancellation).ConfigureAwait(false));
    }

    /// <summary>The declaration of a type, property or field; null for a positional parameter, one field of several, and what is generated.</summary>
    public static async Task<MemberDeclarationSyntax?> OfAsync(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences.Where(r => !r.SyntaxTree.IsGenerated()))
        {
            var found = await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) switch
            {
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } => field,
                MemberDeclarationSyntax member => member,
                _ => null,
            };
            if (found is not null)
                return found;
        }

        return null;
    }
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>Takes the copy into a variable, changes it there, and stores it again (PV2007).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class StoreAgainFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [KeyRules.LostChange.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || SessionSymbols.Of(model.Compilation) is not { } symbols)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            // Only a statement by itself: elsewhere the order of what is evaluated would change.
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } change
                || CopyIn(change, model, symbols, context.CancellationToken) is not (var copy, var key, var session))
                continue;
            string name = LocalNames.New(key, model, statement);
            var lines = Lines(statement, copy, name, key, session);
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Change '{key}' in a variable and store it again",
                    _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(statement, lines))),
                    nameof(StoreAgainFix)),
                diagnostic);
        }
    }

    /// <summary>The innermost expression that the session gave, the key, and the session where it has to be stored by key.</summary>
    private static (ExpressionSyntax Copy, string Key, ExpressionSyntax? Session)? CopyIn(ExpressionSyntax change, SemanticModel model, SessionSymbols symbols, CancellationToken cancellation)
    {
        // What a method of ImmutableArray gives would have to be taken as well.
        if (model.GetTypeInfo(change, cancellation).Type?.Name == "ImmutableArray")
            return null;
        foreach (var node in change.DescendantNodes().OfType<ExpressionSyntax>())
        {
            switch (model.GetOperation(node, cancellation))
            {

                // The finding says that it has a slot.
                case IPropertyReferenceOperation property when symbols.IsTypedSession(property.Property.ContainingType) && !node.Ancestors().Any(a => a is ConditionalAccessExpressionSyntax):
                    return (node, property.Property.Name, null);
                case IInvocationOperation call when KeyedCall.Of(call, symbols) is { Door: KeyedDoor.Get, ConstantKey: { } key }
                    && node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var session } }:
                    return (node, key, session);
            }
        }

        return null;
    }

    private static IEnumerable<StatementSyntax> Lines(ExpressionStatementSyntax statement, ExpressionSyntax copy, string name, string key, ExpressionSyntax? session)
    {
        // The '!' belongs to what is taken: the variable is not null then.
        ExpressionSyntax taken = copy;
        while (taken.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed)
            taken = suppressed;
        var variable = SyntaxFactory.IdentifierName(name);
        string stored = session is null
            ? $"{copy.WithoutTrivia()} = {name};"
            : $"{session.WithoutTrivia()}.Set({SyntaxFactory.Literal(key)}, {name});";
        var indent = SyntaxFactory.TriviaList(statement.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).LastOrDefault() is { RawKind: not 0 } space ? [space] : []);
        var end = AttributeEdit.EndOfLine(statement);
        yield return SyntaxFactory.ParseStatement($"var {name} = {taken.WithoutTrivia()};").WithLeadingTrivia(statement.GetLeadingTrivia()).WithTrailingTrivia(end);
        yield return statement.ReplaceNode(taken, variable.WithTriviaFrom(taken)).WithLeadingTrivia(indent).WithTrailingTrivia(end);
        yield return SyntaxFactory.ParseStatement(stored).WithLeadingTrivia(indent).WithTrailingTrivia(statement.GetTrailingTrivia());
    }
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Results;

namespace ProcVision.CodeFixes.Results;

/// <summary>Writes the <c>return</c> that is missing, or keeps what <c>With</c> gave (PV3012).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class ReturnResultFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [ResultRules.ThrownAway.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement } call
                || model.GetOperation(call, context.CancellationToken) is not IInvocationOperation made)
                continue;
            if (made is { TargetMethod.Name: "With", Instance: ILocalReferenceOperation { Local: { IsConst: false, RefKind: RefKind.None } } result })
            {
                var kept = SyntaxFactory.AssignmentExpression(
                    SyntaxKind.SimpleAssignmentExpression,
                    SyntaxFactory.IdentifierName(result.Local.Name).WithLeadingTrivia(call.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space),
                    call.WithoutLeadingTrivia());
                Register(context, diagnostic, $"Keep the result in '{result.Local.Name}'", root.ReplaceNode(call, kept), "Keep");
            }
            else if (IsLast(statement) && SymbolEqualityComparer.Default.Equals(ReturnTypeAround(made, model, context.CancellationToken), made.Type))
            {
                var returned = SyntaxFactory.ReturnStatement(call.WithoutLeadingTrivia())
                    .WithReturnKeyword(SyntaxFactory.Token(call.GetLeadingTrivia(), SyntaxKind.ReturnKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space)))
                    .WithSemicolonToken(statement.SemicolonToken);
                Register(context, diagnostic, "Return the result", root.ReplaceNode(statement, returned), "Return");
            }
        }
    }

    /// <summary>Behind anything else the rest of the block would never run.</summary>
    private static bool IsLast(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements.Last() == statement,
        IfStatementSyntax or ElseClauseSyntax => true,
        _ => false,
    };

    private static ITypeSymbol? ReturnTypeAround(IOperation operation, SemanticModel model, CancellationToken cancellation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation lambda)
                return lambda.Symbol.ReturnType;
            if (around is ILocalFunctionOperation function)
                return function.Symbol.ReturnType;
        }

        return (model.GetEnclosingSymbol(operation.Syntax.SpanStart, cancellation) as IMethodSymbol)?.ReturnType;
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, string title, SyntaxNode root, string key) =>
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root)), nameof(ReturnResultFix) + key), diagnostic);
}

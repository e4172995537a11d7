using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Results;

namespace ProcVision.CodeFixes.Results;

/// <summary>Removes a record that a result may not carry (PV3010, PV3011).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class RemoveRecordFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [ResultRules.CodeOfNg.Id, ResultRules.TakenKey.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            // A variable by itself would be no statement.
            if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<ArgumentSyntax>()
                is not { Parent.Parent: InvocationExpressionSyntax { Parent: not ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "With", Expression: var result } } with })
                continue;
            context.RegisterCodeFix(
                CodeAction.Create("Remove the record", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(with, result.WithTriviaFrom(with)))), nameof(RemoveRecordFix)),
                diagnostic);
        }
    }
}

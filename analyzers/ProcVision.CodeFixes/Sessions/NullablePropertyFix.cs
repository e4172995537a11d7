using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Sessions;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>Declares a session property nullable (PV2015).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class NullablePropertyFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [SessionRules.NoAbsentValue.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await TypedProperty.AtAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } property
                || root.FindNode(diagnostic.Location.SourceSpan) is not TypeSyntax type)
                continue;
            var nullable = SyntaxFactory.NullableType(type.WithoutTrivia()).WithTriviaFrom(type);
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Declare '{property.Name}' nullable",
                    _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(type, nullable))),
                    nameof(NullablePropertyFix)),
                diagnostic);
        }
    }
}

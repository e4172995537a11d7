using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Results;

namespace ProcVision.CodeFixes.Results;

/// <summary>Says in place of a default result that there is none, or that all is well (PV3008).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class DefaultResultFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [ResultRules.DefaultResult.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName(SdkNames.ErrorCode) is not { } codes)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            // A variable is set somewhere else.
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax place
                || place is IdentifierNameSyntax
                || model.GetTypeInfo(place, context.CancellationToken) is not { ConvertedType: INamedTypeSymbol type }
                || ResultSymbols.Of(model.Compilation)?.IsResult(type) != true)
                continue;
            string result = type.ToMinimalDisplayString(model, place.SpanStart);
            string code = codes.ToMinimalDisplayString(model, place.SpanStart);
            Register(context, diagnostic, root, place, "Return an error", $"{result}.Error({code}.Unknown, \"没有检测结果\")");
            Register(context, diagnostic, root, place, "Return OK", $"{result}.Ok()");
        }
    }

    private static void Register(CodeFixContext context, Diagnostic diagnostic, SyntaxNode root, ExpressionSyntax place, string title, string result)
    {
        var made = SyntaxFactory.ParseExpression(result).WithTriviaFrom(place);
        context.RegisterCodeFix(
            CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(place, made))), nameof(DefaultResultFix) + title),
            diagnostic);
    }
}

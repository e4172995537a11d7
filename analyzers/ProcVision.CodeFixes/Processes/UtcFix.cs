using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Processes;

namespace ProcVision.CodeFixes.Processes;

/// <summary>Takes the time of the platform in place of the station's (PV4011).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class UtcFix : CodeFixProvider
{
    private const string UtcNow = "UtcNow";

    public override ImmutableArray<string> FixableDiagnosticIds => [ProcessRules.LocalTime.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax local
                || NameOf(local) is not { } name
                || InUtc(name.Identifier.ValueText) is not var (now, part)
                || !IsFree(local, now, model))
                continue;
            var time = local.ReplaceNode(name, SyntaxFactory.IdentifierName(now)).WithoutTrivia();
            var fixedTime = (part is null ? time : SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, time, SyntaxFactory.IdentifierName(part)))
                .WithTriviaFrom(local);
            context.RegisterCodeFix(
                CodeAction.Create(
                    part is null ? $"Use '{now}'" : $"Use '{now}.{part}'",
                    _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(local, fixedTime))),
                    nameof(UtcFix)),
                diagnostic);
        }
    }

    private static SimpleNameSyntax? NameOf(ExpressionSyntax time) => time switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        IdentifierNameSyntax name => name,
        _ => null,
    };

    private static (string Now, string? Part)? InUtc(string local) => local switch
    {
        "Now" => (UtcNow, null),
        "Today" => (UtcNow, "Date"),
        "GetLocalNow" => ("GetUtcNow", null),
        _ => null,
    };

    /// <summary>A name without its type, after <c>using static</c>, may be another thing here.</summary>
    private static bool IsFree(ExpressionSyntax local, string now, SemanticModel model) =>
        local is not IdentifierNameSyntax
        || (model.LookupSymbols(local.SpanStart, name: now) is [{ } found]
            && SymbolEqualityComparer.Default.Equals(found.ContainingType, model.GetSymbolInfo(local).Symbol?.ContainingType));
}

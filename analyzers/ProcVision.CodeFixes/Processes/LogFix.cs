using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Processes;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Processes;

/// <summary>Writes to the log what was printed to the console (PV4001).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class LogFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [ProcessRules.Output.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName(SdkNames.StructuredLogger) is not { } logger)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var place = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (place.Parent is not InvocationExpressionSyntax call
                || call.Expression != place
                || PrintedText.Of(call, model) is not { } text
                || ReachableParameters.At(call, model).FirstOrDefault(p => HasLog(p.Type, call, model, logger)) is not { } owner)
                continue;
            string log = $"{ReachableParameters.NameOf(owner)}.Log";
            var written = SyntaxFactory.InvocationExpression(
                    SyntaxFactory.ParseExpression(log + ".Info"),
                    call.ArgumentList.WithArguments(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(text))))
                .WithTriviaFrom(call);
            context.RegisterCodeFix(
                CodeAction.Create($"Write to '{log}'", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(call, written))), nameof(LogFix)),
                diagnostic);
        }
    }

    private static bool HasLog(ITypeSymbol type, SyntaxNode place, SemanticModel model, INamedTypeSymbol logger) =>
        model.LookupSymbols(place.SpanStart, type, "Log") is [IPropertySymbol { IsStatic: false, IsWriteOnly: false } log]
        && SymbolEqualityComparer.Default.Equals(log.Type, logger);
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Algorithms;
using ProcVision.Analyzers.Processes;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Processes;

/// <summary>Lets a pause of a step end with its cancellation (PV4007).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class CancellableSleepFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [StepTimeRules.Sleep.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            // Elsewhere the value that a wait has and a sleep has not could choose another overload of what is around it.
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).Parent is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } sleep
                || ReachableParameters.At(sleep, model).FirstOrDefault(p => StepCode.IsStep(p.Type)) is not { } step)
                continue;
            string wait = $"{ReachableParameters.NameOf(step)}.Cancellation.WaitHandle.WaitOne";
            var waiting = sleep.WithExpression(SyntaxFactory.ParseExpression(wait).WithTriviaFrom(sleep.Expression));
            context.RegisterCodeFix(
                CodeAction.Create($"Wait with '{wait}'", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(sleep, waiting))), nameof(CancellableSleepFix)),
                diagnostic);
        }
    }
}

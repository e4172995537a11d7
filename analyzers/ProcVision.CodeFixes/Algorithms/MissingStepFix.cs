using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Algorithms;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Algorithms;

/// <summary>Adds the method of a step of the manifest (PV1010). Until it is written, it answers with an error, so that nobody takes it for an OK.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class MissingStepFix : CodeFixProvider
{
    private const string Indent = "    ";

    public override ImmutableArray<string> FixableDiagnosticIds => [StepRules.StepWithoutMethod.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not TypeDeclarationSyntax { CloseBraceToken: { IsMissing: false, Span.Length: > 0 } end } declaration
                || StepFacts.Of(diagnostic) is not { } step)
                continue;
            var line = text.Lines.GetLineFromPosition(end.SpanStart);
            string indent = text.ToString(TextSpan.FromBounds(line.Start, end.SpanStart));
            if (indent.Trim().Length > 0)
                continue;
            string gap = declaration.Members.Count > 0 ? AttributeEdit.EndOfLine(root).ToString() : "";
            var method = new TextChange(new(line.Start, 0), gap + Method(step, indent + Indent, AttributeEdit.EndOfLine(root).ToString()));
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Add '[Execute({step.Index})] ExecuteResult {step.Method}(in {step.Type} step)'",
                    _ => Task.FromResult(context.Document.WithText(text.WithChanges(method))),
                    nameof(MissingStepFix)),
                diagnostic);
        }
    }

    private static string Method(StepFacts step, string indent, string end) =>
        $"{indent}[Execute({step.Index})]{end}"
        + $"{indent}private ExecuteResult {step.Method}(in {step.Type} step) =>{end}"
        + $"{indent}{Indent}ExecuteResult.Error(ErrorCode.Unknown, \"步骤 {step.Index} 尚未实现\");{end}";
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Algorithms;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Algorithms;

/// <summary>Says that a field or property is kept between calls on purpose (PV1028, PV1029).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class KeepFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [CodeRules.StateInInstance.Id, CodeRules.StateInStatic.Id];

    /// <summary>None: the session is the other cure, and mostly the right one. Each field is a decision of its own.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName(SdkNames.KeptBetweenCallsAttribute) is not { } mark)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (model.GetSymbolInfo(node, context.CancellationToken).Symbol is not { Kind: SymbolKind.Field or SymbolKind.Property } member
                || await Declared.OfAsync(member, context.CancellationToken).ConfigureAwait(false) is null)
                continue;
            var solution = context.Document.Project.Solution;
            context.RegisterCodeFix(
                CodeAction.Create($"Mark '{member.Name}' with [KeptBetweenCalls]", c => MarkAsync(solution, member, mark, c), nameof(KeepFix)),
                diagnostic);
        }
    }

    private static async Task<Solution> MarkAsync(Solution solution, ISymbol member, INamedTypeSymbol mark, CancellationToken cancellation)
    {
        var editor = new SolutionEditor(solution);
        if (await Declared.InAsync(editor, member, cancellation).ConfigureAwait(false) is (var declaration, var document))
            AttributeEdit.Add(document, declaration, mark);
        return editor.GetChangedSolution();
    }
}

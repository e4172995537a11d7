using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using ProcVision.Analyzers.Sessions.Keys;
using ProcVision.Analyzers.Sessions.Values;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>Adds the missing <c>[JsonSerializable(typeof(T))]</c> to a context (PV2008).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class CompleteContextFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [KeyRules.WrongContext.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixFacts.TypeOf(diagnostic, compilation) is not { } type
                || JsonAttributes.ContextOf(type) is not INamedTypeSymbol writer
                || !ContextEdit.ContextsOf(compilation).Contains(writer, SymbolEqualityComparer.Default)
                || await Declared.OfAsync(writer, context.CancellationToken).ConfigureAwait(false) is null)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create($"Add [JsonSerializable(typeof({type.Name}))] to '{writer.Name}'", Apply, nameof(CompleteContextFix)),
                diagnostic);

            async Task<Solution> Apply(CancellationToken cancellation)
            {
                var editor = new SolutionEditor(context.Document.Project.Solution);
                await ContextEdit.AddTypeAsync(editor, writer, type, compilation, cancellation).ConfigureAwait(false);
                return editor.GetChangedSolution();
            }
        }
    }
}

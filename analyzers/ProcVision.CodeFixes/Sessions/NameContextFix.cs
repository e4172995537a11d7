using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using ProcVision.Analyzers.Sessions.Keys;
using ProcVision.Analyzers.Sessions.Values;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>
/// Hands a type that the value grammar refuses to System.Text.Json (PV2001, PV2009). Not for many findings at once: each would make a context of its own.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class NameContextFix : CodeFixProvider
{
    private const int MostOffered = 3;

    /// <summary>What System.Text.Json can write and read although the grammar has no code for it.</summary>
    private static readonly string[] Writable =
        ["needs a JsonSerializerContext", "neither sealed nor a record", "is a collection other than", "has keys that are not strings", "can hold anything"];

    public override ImmutableArray<string> FixableDiagnosticIds => [KeyRules.NoForm.Id, KeyRules.NotAValue.Id];

    public override FixAllProvider? GetFixAllProvider() => null;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var property = await TypedProperty.AtAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if ((FixFacts.TypeOf(diagnostic, compilation) ?? TypedProperty.StoredType(property, compilation)) is not { Arity: 0, ContainingType: null } type
                || new ValueScope(compilation.Assembly).ReasonAgainst(type) is not null
                || SessionValueClassifier.Classify(type, type.Name, compilation.Assembly).Problem is not { } problem
                || !Writable.Any(w => problem.Reason.Contains(w))
                || await Declared.OfAsync(type, context.CancellationToken).ConfigureAwait(false) is null)
                continue;
            var contexts = ContextEdit.ContextsOf(compilation).Take(MostOffered).ToList();
            foreach (var edit in contexts.Count > 0 ? contexts.Select(c => new ContextEdit(type, c)) : [new ContextEdit(type, null)])
            {
                string key = "Context" + edit.Context?.ToDisplayString();
                context.RegisterCodeFix(CodeAction.Create(edit.Title, c => edit.ApplyAsync(context.Document, compilation, c), key), diagnostic);
            }
        }
    }
}

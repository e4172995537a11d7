using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.FindSymbols;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Sessions.Keys;
using ProcVision.Analyzers.Sessions.Values;
using ProcVision.CodeFixes.Syntax;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>Makes a type a session value: marks it, seals it, or ignores the member that has no form (PV2001, PV2009).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class SessionValueFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [KeyRules.NoForm.Id, KeyRules.NotAValue.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.Project.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } compilation)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var property = await TypedProperty.AtAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            if ((FixFacts.TypeOf(diagnostic, compilation) ?? TypedProperty.StoredType(property, compilation)) is not { Arity: 0 } type
                || await Declared.OfAsync(type, context.CancellationToken).ConfigureAwait(false) is null)
                continue;
            var mark = property is null && type.Attribute(SdkNames.SessionValueAttribute) is null ? type : null;
            foreach (var edit in EditsOf(type, mark, compilation))
                await RegisterAsync(context, diagnostic, type, edit, compilation).ConfigureAwait(false);
        }
    }

    private static IEnumerable<ValueEdit> EditsOf(INamedTypeSymbol type, INamedTypeSymbol? mark, Compilation compilation)
    {
        var problem = SessionValueClassifier.Classify(type, type.Name, compilation.Assembly).Problem;
        if (problem is null)
        {
            if (mark is not null)
                yield return new() { Mark = mark };
            yield break;
        }

        if (TypeAt(type, problem) is { } wrong)
            yield return new() { Mark = mark, Seal = wrong };
        if (problem.Member is not null)
            yield return new() { Mark = mark, Ignore = problem.Member };
    }

    /// <summary>The author's type that a problem is about, where it is a class that only lacks <c>sealed</c>.</summary>
    private static INamedTypeSymbol? TypeAt(INamedTypeSymbol type, ValueProblem problem)
    {
        var at = problem.Member switch
        {
            null => type,
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };
        for (var inner = at; inner is not null; inner = SessionValueClassifier.InnerOf(inner))
            at = inner;
        return at is INamedTypeSymbol { TypeKind: TypeKind.Class, IsRecord: false, IsSealed: false, IsAbstract: false } found
            && !found.GetMembers().Any(m => m.IsVirtual || m.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal or Accessibility.ProtectedOrInternal)
                ? found
                : null;
    }

    /// <summary>Offers an edit that does what it says: it is made, and the type is judged again.</summary>
    private static async Task RegisterAsync(CodeFixContext context, Diagnostic diagnostic, INamedTypeSymbol type, ValueEdit edit, Compilation compilation)
    {
        var solution = context.Document.Project.Solution;
        if (edit.Seal is not null && !await CanSealAsync(edit.Seal, solution, context.CancellationToken).ConfigureAwait(false))
            return;
        if (edit.Ignore is not null && await Declared.OfAsync(edit.Ignore, context.CancellationToken).ConfigureAwait(false) is null)
            return;
        var changed = await edit.ApplyAsync(solution, compilation, context.CancellationToken).ConfigureAwait(false);
        if (await changed.GetProject(context.Document.Project.Id)!.GetCompilationAsync(context.CancellationToken).ConfigureAwait(false) is not { } after
            || DocumentationCommentId.GetFirstSymbolForDeclarationId(type.GetDocumentationCommentId()!, after) is not INamedTypeSymbol judged
            || !IsBetter(SessionValueClassifier.Classify(judged, judged.Name, after.Assembly), type, edit, compilation))
            return;
        context.RegisterCodeFix(CodeAction.Create(edit.Title, c => edit.ApplyAsync(solution, compilation, c), edit.Key), diagnostic);
    }

    /// <summary>A mark must be right at once; of a marked type one mistake may be mended after the other.</summary>
    private static bool IsBetter(ValueVerdict after, INamedTypeSymbol type, ValueEdit edit, Compilation before) =>
        after.Answer == ValueAnswer.Model
        || (edit.Mark is null && after.Problem is { } next && next.Path != SessionValueClassifier.Classify(type, type.Name, before.Assembly).Problem?.Path);

    private static async Task<bool> CanSealAsync(INamedTypeSymbol type, Solution solution, CancellationToken cancellation) =>
        await Declared.OfAsync(type, cancellation).ConfigureAwait(false) is not null
        && !(await SymbolFinder.FindDerivedClassesAsync(type, solution, cancellationToken: cancellation).ConfigureAwait(false)).Any();
}

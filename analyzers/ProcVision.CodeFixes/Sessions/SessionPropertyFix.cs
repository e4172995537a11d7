using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Sessions;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>Makes a property of a session struct <c>partial</c> with <c>get</c> and <c>set</c> (PV2011).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class SessionPropertyFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [SessionRules.WrongProperty.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not PropertyDeclarationSyntax { Initializer: null, ExpressionBody: null, AccessorList: { } accessors } property
                || accessors.Accessors.Any(a => a.Body is not null || a.ExpressionBody is not null)
                || model.GetDeclaredSymbol(property, context.CancellationToken) is not { IsStatic: false, RefKind: RefKind.None } symbol
                || SessionValueClassifier.Classify(symbol.Type, symbol.Name, model.Compilation.Assembly).Answer != ValueAnswer.Model)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Make '{symbol.Name}' partial with get and set",
                    _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(property, Mend(property, accessors)))),
                    nameof(SessionPropertyFix)),
                diagnostic);
        }
    }

    private static PropertyDeclarationSyntax Mend(PropertyDeclarationSyntax property, AccessorListSyntax accessors)
    {
        var getter = accessors.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration)) ?? Accessor(SyntaxKind.GetAccessorDeclaration);
        var setter = accessors.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.SetAccessorDeclaration)) ?? Accessor(SyntaxKind.SetAccessorDeclaration);
        var mended = property.WithAccessorList(accessors.WithAccessors(SyntaxFactory.List([getter, setter])));
        if (property.Modifiers.Any(SyntaxKind.PartialKeyword))
            return mended;
        if (property.Modifiers.Count > 0)
            return mended.AddModifiers(SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space));
        var partial = SyntaxFactory.Token(property.Type.GetLeadingTrivia(), SyntaxKind.PartialKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return mended.WithType(mended.Type.WithoutLeadingTrivia()).AddModifiers(partial);
    }

    private static AccessorDeclarationSyntax Accessor(SyntaxKind kind) =>
        SyntaxFactory.AccessorDeclaration(kind).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken)).WithTrailingTrivia(SyntaxFactory.Space);
}

using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Algorithms;

namespace ProcVision.CodeFixes.Algorithms;

/// <summary>Makes a method the hook that it was meant to be: its name (PV1025) and how it is declared (PV1020). Its body stays as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class HookFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [CodeRules.NotAHook.Id, ClassRules.WrongHook.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindToken(diagnostic.Location.SourceSpan.Start).Parent is not MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method
                || model.GetDeclaredSymbol(method, context.CancellationToken) is not { } symbol
                || HookOf(symbol) is not { } hook
                || Mended(method, symbol, hook) is not { } mended)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Write '{HookClassifier.SignatureOf(hook)}'",
                    _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(method, mended))),
                    nameof(HookFix)),
                diagnostic);
        }
    }

    private static Hooks? HookOf(IMethodSymbol method) =>
        HookClassifier.IsHookName(method.Name) ? HookClassifier.HookOf(method) != Hooks.None ? null : (Hooks)Enum.Parse(typeof(Hooks), method.Name)
        : method.Name is "Dispose" or "DisposeAsync" ? null
        : HookGuess.Of(method);

    /// <summary>Null where the body needs what a hook does not have: other parameters, a result, a type argument, somebody who waits.</summary>
    private static MethodDeclarationSyntax? Mended(MethodDeclarationSyntax method, IMethodSymbol symbol, Hooks hook)
    {
        if (!symbol.ReturnsVoid || symbol.IsAsync || symbol.IsGenericMethod)
            return null;
        var parameters = ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(HookClassifier.SignatureOf(hook) + ";")!).ParameterList;
        if (symbol.Parameters is [var parameter])
        {
            if (HookClassifier.HookOfContext(parameter.Type) != hook)
                return null;

            // The author's own name and type of it, with the modifier that the hook has.
            var own = method.ParameterList.Parameters[0];
            parameters = parameters.WithParameters([own.WithModifiers(parameters.Parameters[0].Modifiers).WithoutLeadingTrivia()]);
        }
        else if (symbol.Parameters.Length > 1)
        {
            return null;
        }

        var mended = method
            .WithIdentifier(SyntaxFactory.Identifier(hook.ToString()).WithTriviaFrom(method.Identifier))
            .WithParameterList(parameters.WithTriviaFrom(method.ParameterList));
        int index = mended.Modifiers.IndexOf(SyntaxKind.StaticKeyword);
        if (index < 0)
            return mended;
        var leading = method.GetLeadingTrivia();
        return mended.WithModifiers(mended.Modifiers.RemoveAt(index)).WithLeadingTrivia(leading);
    }
}

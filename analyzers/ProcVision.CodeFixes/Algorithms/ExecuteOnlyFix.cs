using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Algorithms;

namespace ProcVision.CodeFixes.Algorithms;

/// <summary>Lets an algorithm take the calls that bring a guide (PV1031).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class ExecuteOnlyFix : CodeFixProvider
{
    private const string Title = "Take calls of the execute-only profile: [Algorithm(ExecuteOnly = true)]";

    public override ImmutableArray<string> FixableDiagnosticIds => [CodeRules.GuideWithoutCalls.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var cancellation = context.CancellationToken;
        if (await context.Document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (AlgorithmAround(model.GetEnclosingSymbol(diagnostic.Location.SourceSpan.Start, cancellation))?.Attribute(SdkNames.AlgorithmAttribute)?.ApplicationSyntaxReference is not { } reference
                || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not AttributeSyntax attribute
                || context.Document.Project.Solution.GetDocument(attribute.SyntaxTree) is not { } document)
                continue;
            context.RegisterCodeFix(CodeAction.Create(Title, c => AddAsync(document, attribute, c), nameof(ExecuteOnlyFix)), diagnostic);
        }
    }

    private static INamedTypeSymbol? AlgorithmAround(ISymbol? symbol)
    {
        var type = symbol?.ContainingType;
        while (type is not null && !StepCode.IsAlgorithm(type))
            type = type.ContainingType;
        return type;
    }

    private static async Task<Document> AddAsync(Document document, AttributeSyntax attribute, CancellationToken cancellation)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellation).ConfigureAwait(false);
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var value = SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression);
        if (list.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == AlgorithmArgument.ExecuteOnly) is { } said)
            editor.ReplaceNode(said.Expression, value);
        else
            editor.ReplaceNode(attribute, attribute.WithArgumentList(list.AddArguments(SyntaxFactory.AttributeArgument(value).WithNameEquals(Name()))));
        return editor.GetChangedDocument();
    }

    private static NameEqualsSyntax Name() => SyntaxFactory.NameEquals(
        SyntaxFactory.IdentifierName(AlgorithmArgument.ExecuteOnly),
        SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space));
}

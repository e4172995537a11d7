using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Results;

namespace ProcVision.CodeFixes.Results;

/// <summary>Names the code that was probably meant (PV3004, PV3005).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
internal sealed class NamedCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [ResultRules.UnknownCode.Id, ResultRules.PackageCode.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || model.Compilation.GetTypeByMetadataName(SdkNames.ErrorCode) is not { } codes)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax code)
                continue;

            // default and new() are no constants to the compiler everywhere, but are 0.
            int number = model.GetConstantValue(code, context.CancellationToken).Value is IConvertible value ? value.ToInt32(CultureInfo.InvariantCulture) : 0;
            string nearest = CodeTable.NearestTo(number);
            var named = SyntaxFactory.ParseExpression($"{codes.ToMinimalDisplayString(model, code.SpanStart)}.{nearest}").WithTriviaFrom(code);
            context.RegisterCodeFix(
                CodeAction.Create($"Use 'ErrorCode.{nearest}'", _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(code, named))), nameof(NamedCodeFix) + nearest),
                diagnostic);
        }
    }
}

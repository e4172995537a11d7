using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.CodeFixes.Processes;

/// <summary>Makes a message for the log of what a call prints.</summary>
internal static class PrintedText
{
    /// <summary>The message; null for a call that prints nothing, has a composite format, or has what a message cannot take.</summary>
    public static ExpressionSyntax? Of(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (call.ArgumentList.Arguments is not [{ Expression: var printed }]
            || model.GetOperation(call) is not IInvocationOperation { TargetMethod: { Name: "Write" or "WriteLine", ContainingType.Name: "Console", Parameters: [var parameter] } }
            || model.GetTypeInfo(printed).Type is not { } type
            || model.GetConversion(printed).IsUserDefined
            || !CanBeMessage(printed, model))
            return null;
        if (type.SpecialType == SpecialType.System_String)
            return printed;

        // An array of chars is printed as its text, but its ToString gives its type.
        return parameter.Type.TypeKind != TypeKind.Array && CanFormat(printed, "", model) ? Interpolated(printed) : null;
    }

    /// <summary>A message is a ref struct: an await cannot stand inside one.</summary>
    private static bool CanBeMessage(ExpressionSyntax printed, SemanticModel model) =>
        printed.DescendantNodesAndSelf().All(n => n switch
        {
            AwaitExpressionSyntax => false,
            InterpolationSyntax hole => CanFormat(hole.Expression, $"{hole.AlignmentClause}{hole.FormatClause}", model),
            _ => true,
        });

    /// <summary>A message takes values that have a type of their own, and spans of text without a format.</summary>
    private static bool CanFormat(ExpressionSyntax value, string format, SemanticModel model) => model.GetTypeInfo(value).Type switch
    {
        null or { TypeKind: TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error } => false,
        INamedTypeSymbol { IsRefLikeType: true } span => format.Length == 0 && span is { Name: "Span" or "ReadOnlySpan", TypeArguments: [{ SpecialType: SpecialType.System_Char }] },
        { IsRefLikeType: true } => false,
        _ => true,
    };

    private static InterpolatedStringExpressionSyntax? Interpolated(ExpressionSyntax value)
    {
        // In the braces a colon begins a format, and a comment to the end of the line would not end there.
        if (value.DescendantTrivia().Any(t => !t.IsKind(SyntaxKind.WhitespaceTrivia)))
            return null;
        bool isSimple = value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or LiteralExpressionSyntax
            && !value.ToString().Contains(':');
        var inside = isSimple || value is ParenthesizedExpressionSyntax ? value.WithoutTrivia() : SyntaxFactory.ParenthesizedExpression(value.WithoutTrivia());
        return SyntaxFactory.InterpolatedStringExpression(
            SyntaxFactory.Token(SyntaxKind.InterpolatedStringStartToken),
            [SyntaxFactory.Interpolation(inside)]);
    }
}

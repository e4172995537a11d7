using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.CodeFixes.Syntax;

/// <summary>Knows the parameters that a line can use: those of its own function, and of the functions around it those that a function can capture.</summary>
internal static class ReachableParameters
{
    /// <summary>The parameters for a place, those of the innermost function first.</summary>
    public static IEnumerable<IParameterSymbol> At(SyntaxNode place, SemanticModel model)
    {
        bool isCaptured = false;
        foreach (var function in place.Ancestors())
        {
            if (MethodOf(function, model) is not { } method)
                continue;
            foreach (var parameter in method.Parameters)
            {
                if (IsValue(parameter, isCaptured) && IsMeant(parameter, place, model))
                    yield return parameter;
            }

            if (function is BaseMethodDeclarationSyntax || method.IsStatic || !IsDelegate(function, model))
                yield break;
            isCaptured = true;
        }
    }

    /// <summary>A parameter as it is written in code.</summary>
    public static string NameOf(IParameterSymbol parameter) =>
        SyntaxFacts.GetKeywordKind(parameter.Name) == SyntaxKind.None ? parameter.Name : "@" + parameter.Name;

    private static IMethodSymbol? MethodOf(SyntaxNode node, SemanticModel model) => node switch
    {
        AnonymousFunctionExpressionSyntax lambda => model.GetSymbolInfo(lambda).Symbol as IMethodSymbol,
        LocalFunctionStatementSyntax function => model.GetDeclaredSymbol(function) as IMethodSymbol,
        BaseMethodDeclarationSyntax method => model.GetDeclaredSymbol(method),
        _ => null,
    };

    /// <summary>The compiler captures no parameter by reference, and no ref struct.</summary>
    private static bool IsValue(IParameterSymbol parameter, bool isCaptured) =>
        parameter is { RefKind: not RefKind.Out, NullableAnnotation: not NullableAnnotation.Annotated }
        && !(isCaptured && (parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType));

    /// <summary>Nothing further in has its name.</summary>
    private static bool IsMeant(IParameterSymbol parameter, SyntaxNode place, SemanticModel model) =>
        model.LookupSymbols(place.SpanStart, name: parameter.Name) is [IParameterSymbol found] && found.Locations.SequenceEqual(parameter.Locations);

    /// <summary>An expression tree cannot have what a delegate can.</summary>
    private static bool IsDelegate(SyntaxNode function, SemanticModel model) =>
        function is not AnonymousFunctionExpressionSyntax || model.GetTypeInfo(function).ConvertedType is { TypeKind: TypeKind.Delegate };
}

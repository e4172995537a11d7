using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>The default value of a parameter as source.</summary>
internal static class DefaultArgument
{
    /// <summary>The value; null for <c>default</c>.</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        object? value = parameter.ExplicitDefaultValue;
        return value switch
        {
            null => null,
            string text => CSharpLiteral.Text(text),
            double number => $"{Special(number) ?? CSharpLiteral.Float(number)}",
            float number => $"(float)({Special(number) ?? CSharpLiteral.Float(number)})",
            decimal => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) + "M",
            bool or char => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false),
            _ => $"({ValueNames.Source(NotNull(parameter.Type))})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)})",
        };
    }

    private static string? Special(double number) =>
        double.IsNaN(number) ? "double.NaN" : double.IsPositiveInfinity(number) ? "double.PositiveInfinity" : double.IsNegativeInfinity(number) ? "double.NegativeInfinity" : null;

    private static ITypeSymbol NotNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Recognises pictures among the values that are stored (C36).</summary>
internal static class StoredImages
{
    private const string WholePicture = "Pixels Memory PixelsAs";
    private const string Copies = "ToArray ToList ToImmutableArray ToImmutableList Create CreateRange ToBase64String ToHexString ToHexStringLower";

    /// <summary>Whether a type is a picture or the memory of one.</summary>
    public static bool IsPicture(ITypeSymbol? type, SessionSymbols symbols)
    {
        if (SymbolEqualityComparer.Default.Equals(type, symbols.StepImage))
            return true;
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, symbols.ImageFrame) || SymbolEqualityComparer.Default.Equals(t, symbols.ImageBuffer))
                return true;
        }

        return false;
    }

    /// <summary>Whether a value is a picture, its memory, or a copy of all of its bytes; a row or a part of it is not.</summary>
    public static bool IsPicture(IOperation value, SessionSymbols symbols)
    {
        for (int hops = 0; hops < 16; hops++)
        {
            value = ValueOrigin.Of(value);
            if (IsPicture(value.Type, symbols))
                return true;
            var behind = value switch
            {
                IPropertyReferenceOperation property when IsWhole(property.Property, symbols) => property.Instance,
                IPropertyReferenceOperation { Property: { Name: "Span", ContainingType.Name: "Memory" or "ReadOnlyMemory" } } span => span.Instance,
                IInvocationOperation call when IsWhole(call.TargetMethod, symbols) => call.Instance,
                IInvocationOperation call when IsCopy(call.TargetMethod) => call.Instance ?? call.Arguments.FirstOrDefault()?.Value,
                ICollectionExpressionOperation { Elements: [ISpreadOperation spread] } => spread.Operand,
                _ => null,
            };
            if (behind is null)
                return false;
            value = behind;
        }

        return false;
    }

    private static bool IsWhole(ISymbol member, SessionSymbols symbols) =>
        IsPicture(member.ContainingType, symbols) && WholePicture.Split(' ').Contains(member.Name);

    private static bool IsCopy(IMethodSymbol method) =>
        Copies.Split(' ').Contains(method.Name) && method.ContainingNamespace is { } space && Root(space) == "System";

    private static string Root(INamespaceSymbol space)
    {
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
            space = outer;
        return space.Name;
    }
}

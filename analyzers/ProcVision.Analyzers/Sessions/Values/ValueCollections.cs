using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>The collections that can be stored.</summary>
internal static class ValueCollections
{
    /// <summary>The name of the collection: <c>List</c>, <c>ImmutableArray</c> or <c>Dictionary</c>; null for any other type.</summary>
    public static string? KindOf(INamedTypeSymbol type) => type.OriginalDefinition switch
    {
        { Name: "List", Arity: 1 } d when IsIn(d, "Generic") => d.Name,
        { Name: "ImmutableArray", Arity: 1 } d when IsIn(d, "Immutable") => d.Name,
        { Name: "Dictionary", Arity: 2 } d when IsIn(d, "Generic") => d.Name,
        _ => null,
    };

    /// <summary>What a collection holds; null for what is none.</summary>
    public static (CodecKind Kind, ITypeSymbol Element)? ElementsOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { IsSZArray: true } array => (CodecKind.Array, array.ElementType),
        INamedTypeSymbol named when KindOf(named) == "List" => (CodecKind.List, named.TypeArguments[0]),
        INamedTypeSymbol named when KindOf(named) == "ImmutableArray" => (CodecKind.ImmutableArray, named.TypeArguments[0]),
        _ => null,
    };

    /// <summary>What a dictionary with text keys holds; null for what is none.</summary>
    public static ITypeSymbol? ValuesOf(ITypeSymbol type) =>
        type is INamedTypeSymbol named && KindOf(named) == "Dictionary" && named.TypeArguments[0].SpecialType == SpecialType.System_String
            ? named.TypeArguments[1]
            : null;

    private static bool IsIn(INamedTypeSymbol definition, string last) =>
        definition is
        {
            ContainingType: null,
            ContainingNamespace: { ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } space,
        }
        && space.Name == last;
}

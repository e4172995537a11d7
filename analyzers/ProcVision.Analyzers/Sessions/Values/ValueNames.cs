using System.Text;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>What a value's type is called in generated code, in a region and in messages.</summary>
internal static class ValueNames
{
    private static readonly SymbolDisplayFormat SourceFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandValueTuple);

    private static readonly SymbolDisplayFormat AnnotatedFormat = SourceFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.IncludeNotNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat MessageFormat =
        SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type from <c>global::</c> on, without what only the compiler tells apart: annotations and names of tuple elements.</summary>
    public static string Source(ITypeSymbol type) => type.ToDisplayString(SourceFormat);

    /// <summary>As its author writes it.</summary>
    public static string Message(ITypeSymbol type) => type.ToDisplayString(MessageFormat);

    /// <summary>As a region says it: short for what everybody knows, with the namespace for an author's own.</summary>
    public static string Shown(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Shown(array.ElementType) + "[]",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Shown(nullable.TypeArguments[0]) + "?",
        _ when BuiltInTypes.KindOf(type) is not null => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        INamedTypeSymbol named when ValueCollections.KindOf(named) is not null => $"{named.Name}<{string.Join(", ", named.TypeArguments.Select(Shown))}>",
        _ => Source(type).Replace("global::", ""),
    };

    /// <summary>
    /// An identifier that no other type has: a dot is <c>_</c>, everything else that is no letter or digit is <c>_</c> and a digit, with which no part
    /// of a name begins. Types that differ in annotations only differ in it as well, for one of them refuses null.
    /// </summary>
    public static string Identifier(ITypeSymbol type)
    {
        var name = new StringBuilder();
        foreach (char c in type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(AnnotatedFormat).Replace("global::", ""))
        {
            _ = c switch
            {
                '.' => name.Append('_'),
                '_' => name.Append("_0"),
                '<' => name.Append("_1"),
                '>' => name.Append("_2"),
                ',' => name.Append("_3"),
                '[' => name.Append("_4"),
                '?' => name.Append("_5"),
                '!' => name.Append("_9"),
                ']' or ' ' or '@' => name,
                _ => name.Append(c),
            };
        }

        // One without a part before it is kept apart from the names that are printed around it.
        string whole = name.ToString();
        return whole.Contains('_') || type.SpecialType != SpecialType.None ? whole : "_" + whole;
    }

    /// <summary>The identifier of a collection of what has the identifier <paramref name="element"/>.</summary>
    public static string Collection(CodecKind kind, string element) =>
        element + kind switch { CodecKind.Array => "_4", CodecKind.List => "_6", _ => "_7" };

    /// <summary>The identifier of a dictionary.</summary>
    public static string Map(string element) => element + "_8";

    /// <summary>The identifier of what can also be null.</summary>
    public static string OrNull(string element) => element + "_5";
}

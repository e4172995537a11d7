using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Finds the members that System.Text.Json writes, in its order: the type before its base, properties before fields, then <c>[JsonPropertyOrder]</c>.</summary>
internal static class ObjectMembers
{
    public static List<ObjectMember> Of(INamedTypeSymbol type)
    {
        var members = new List<ObjectMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var t = type; t is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; t = t.BaseType)
        {
            var own = t.GetMembers();
            foreach (var symbol in own.Where(IsProperty).Concat(own.Where(IsField)))
            {
                if (names.Add(symbol.Name))
                    members.Add(new(symbol));
            }
        }

        return [.. members.Where(m => m.Ignore != 1).OrderBy(m => JsonAttributes.OrderOf(m.Symbol))];
    }

    private static bool IsProperty(ISymbol symbol) =>
        symbol is IPropertySymbol { IsStatic: false, IsIndexer: false, GetMethod: { } get, ExplicitInterfaceImplementations.IsEmpty: true }
        && (get.DeclaredAccessibility == Accessibility.Public || JsonAttributes.Has(symbol, "JsonInclude"));

    private static bool IsField(ISymbol symbol) =>
        symbol is IFieldSymbol { IsStatic: false, IsConst: false, AssociatedSymbol: null }
        && (symbol.DeclaredAccessibility == Accessibility.Public || JsonAttributes.Has(symbol, "JsonInclude"))
        && !IsSecondName((IFieldSymbol)symbol);

    /// <summary>Whether a field is another name for one: a named element of a tuple stands beside its <c>Item1</c>.</summary>
    public static bool IsSecondName(IFieldSymbol field) =>
        field.CorrespondingTupleField is { } item && !SymbolEqualityComparer.Default.Equals(item, field);
}

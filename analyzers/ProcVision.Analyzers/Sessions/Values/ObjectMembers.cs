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
            var own = (t.IsTupleType ? t.TupleUnderlyingType ?? t : t).GetMembers();
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
        && IsOwnField((IFieldSymbol)symbol);

    /// <summary>A named element of a tuple is a second field over <c>Item1</c>.</summary>
    private static bool IsOwnField(IFieldSymbol field) => field.CorrespondingTupleField is not { } item || SymbolEqualityComparer.Default.Equals(item, field) || !field.IsExplicitlyNamedTupleElement;
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Finds keys that one session knows with two types: reading the one as the other is refused while the step runs.</summary>
internal static class KeyTypes
{
    public static IEnumerable<Diagnostic> Compare(KeyUses uses, KeyScopes scopes, SessionSymbols symbols)
    {
        foreach (var same in uses.Known.Where(u => u.Type is not null).GroupBy(u => (Scope: scopes.NameOf(u.Site), u.Key)))
        {
            var first = DeclarationOf(same, scopes, symbols) ?? FirstOf(same);
            foreach (var use in same.Where(u => !AreSame(u.Type!, first.Type, symbols.Compilation)))
                yield return Diagnostic.Create(KeyRules.TwoTypes, use.PlaceOfType, [first.Place], same.Key.Key, Shown(use.Type!), Shown(first.Type), first.Where);
        }
    }

    /// <summary>Whether a value of the one type can be read as the other: <c>int</c> and <c>int?</c> are stored alike.</summary>
    private static bool AreSame(ITypeSymbol one, ITypeSymbol other, Compilation compilation) =>
        compilation.ClassifyConversion(WithoutNull(one), WithoutNull(other)).IsIdentity;

    private static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>The typed property of the key: what it says counts before any call.</summary>
    private static (ITypeSymbol Type, Location Place, string Where)? DeclarationOf(
        IEnumerable<KeyUse> uses,
        KeyScopes scopes,
        SessionSymbols symbols)
    {
        var use = uses.First();
        var property = scopes.StructOf(use.Site)?.GetMembers(use.Key).OfType<IPropertySymbol>().FirstOrDefault(symbols.IsTypedProperty);
        return property is null ? null : (property.Type, property.Locations[0], $"the property '{property.ContainingType.Name}.{property.Name}'");
    }

    /// <summary>What is written counts before what is read.</summary>
    private static (ITypeSymbol Type, Location Place, string Where) FirstOf(IEnumerable<KeyUse> uses)
    {
        var first = uses.FirstOrDefault(u => u.IsWritten) ?? uses.First();
        var line = first.PlaceOfType.GetLineSpan();
        string number = (line.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
        return (first.Type!, first.PlaceOfType, $"'{first.Site.Member.Name}' ({Path.GetFileName(line.Path)}, line {number})");
    }

    private static string Shown(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}

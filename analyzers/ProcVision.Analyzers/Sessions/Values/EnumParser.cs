using System.Globalization;
using Microsoft.CodeAnalysis;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Reads the names of an enum's values.</summary>
internal static class EnumParser
{
    public static EnumDescription Describe(INamedTypeSymbol type, string name) => new(
        name,
        ValueNames.Source(type),
        ValueNames.Shown(type),
        BuiltInTypes.KindOf(type.EnumUnderlyingType!)!,
        type.Attribute("System.FlagsAttribute") is not null,
        NamesOf(type));

    public static JsonEnum Parse(INamedTypeSymbol type, string name) => new(Describe(type, name));

    private static EquatableArray<EnumName> NamesOf(INamedTypeSymbol type) => type.GetMembers().OfType<IFieldSymbol>()
        .Where(f => f.HasConstantValue)
        .Select(f => new EnumName(JsonNameOf(f), ToLong(f.ConstantValue!)))
        .ToEquatableArray();

    private static string JsonNameOf(IFieldSymbol field) =>
        field.Attribute("System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute") is { ConstructorArguments: [{ Value: string given }] } ? given : field.Name;

    private static string ToLong(object value) =>
        Convert.ToString(value is ulong large ? unchecked((long)large) : Convert.ToInt64(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)!;
}

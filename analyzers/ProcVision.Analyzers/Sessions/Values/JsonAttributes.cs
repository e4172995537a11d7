using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>The attributes of System.Text.Json: which are honoured, and which need System.Text.Json itself.</summary>
internal static class JsonAttributes
{
    private const string Space = "System.Text.Json.Serialization.";

    private static readonly string[] Unsupported =
    [
        "JsonConverter", "JsonPolymorphic", "JsonDerivedType", "JsonExtensionData", "JsonNumberHandling", "JsonObjectCreationHandling", "JsonUnmappedMemberHandling",
    ];

    private static readonly string[] Callbacks = ["IJsonOnSerializing", "IJsonOnSerialized", "IJsonOnDeserializing", "IJsonOnDeserialized"];

    /// <summary>Why generated code does not write a type or member as its attributes ask for; null when it does.</summary>
    public static string? ReasonAgainst(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes().Where(a => !IsEnumConverter(a)))
        {
            for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (Unsupported.FirstOrDefault(name => type.Is($"{Space}{name}Attribute")) is { } found)
                    return $"is marked [{found}] and needs a JsonSerializerContext";
            }
        }

        return symbol is INamedTypeSymbol named && Callbacks.FirstOrDefault(c => named.AllInterfaces.Any(i => i.Is(Space + c))) is { } callback
            ? $"implements {callback} and needs a JsonSerializerContext"
            : null;
    }

    public static bool Has(ISymbol symbol, string name) => symbol.Attribute($"{Space}{name}Attribute") is not null;

    /// <summary>The name of <c>[JsonPropertyName]</c>, or the C# one.</summary>
    public static string KeyOf(ISymbol member) =>
        member.Attribute(Space + "JsonPropertyNameAttribute") is { ConstructorArguments: [{ Value: string name }] } ? name : member.Name;

    public static int OrderOf(ISymbol member) =>
        member.Attribute(Space + "JsonPropertyOrderAttribute") is { ConstructorArguments: [{ Value: int order }] } ? order : 0;

    /// <summary>The condition of <c>[JsonIgnore]</c> as System.Text.Json numbers it: 0 never, 1 always (also without one), 2 default, 3 null, then one way only.</summary>
    public static int IgnoreOf(ISymbol member) => member.Attribute(Space + "JsonIgnoreAttribute") is { } ignore
        ? ignore.NamedArguments.FirstOrDefault(a => a.Key == "Condition").Value.Value as int? ?? 1
        : 0;

    /// <summary>The context of a type marked <c>[SessionValue(Context = …)]</c>; null for any other type.</summary>
    public static ITypeSymbol? ContextOf(ITypeSymbol type) =>
        type.Attribute(SdkNames.SessionValueAttribute)?.NamedArguments.FirstOrDefault(a => a.Key == "Context").Value.Value as ITypeSymbol;

    /// <summary>Whether a type is a context of System.Text.Json's generator.</summary>
    public static bool IsContext(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.Is(Space + "JsonSerializerContext"))
                return true;
        }

        return false;
    }

    /// <summary>Enums are written by name anyway.</summary>
    private static bool IsEnumConverter(AttributeData attribute) =>
        attribute is { AttributeClass.Name: "JsonConverterAttribute", ConstructorArguments: [{ Value: INamedTypeSymbol { Name: "JsonStringEnumConverter" } converter }] }
        && converter.ContainingNamespace.ToDisplayString() + "." == Space;
}

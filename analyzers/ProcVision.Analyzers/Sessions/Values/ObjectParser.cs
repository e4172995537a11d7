using Microsoft.CodeAnalysis;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Reads the members of a type that is an object of JSON, and how it is made.</summary>
internal sealed class ObjectParser(JsonParser json, ValueScope scope)
{
    public JsonObject? Parse(INamedTypeSymbol type, string name, string path)
    {
        var members = ObjectMembers.Of(type);
        var made = ObjectConstructor.Of(type, members, scope);
        if (made.Problem is { } problem)
        {
            _ = scope.Reject(type, path, problem, made.Symbol, cure: made.Cure);
            return null;
        }

        if (members.Count == 0 && type.GetMembers().Any(m => m is IFieldSymbol { IsStatic: false }))
        {
            _ = scope.Reject(type, path, "has no member that JSON would show", cure: $"make public properties of what '{type.Name}' keeps");
            return null;
        }

        var models = new List<JsonMember>();
        foreach (var member in members)
        {
            if (Member(member, made, path) is not { } model)
                return null;
            models.Add(model);
        }

        if (models.GroupBy(m => m.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            _ = scope.Reject(type, path, $"has two members that JSON calls '{twice.Key}'", cure: "give one of them another [JsonPropertyName]");
            return null;
        }

        return new(
            name,
            ValueNames.Source(type),
            ValueNames.Shown(type),
            type.IsReferenceType,
            type is { IsReferenceType: true, IsSealed: false },
            models.ToEquatableArray(),
            made.Parameters.Select(p => members.FindIndex(m => m.Symbol.Equals(p.Member, SymbolEqualityComparer.Default))).ToEquatableArray());
    }

    private JsonMember? Member(ObjectMember member, ObjectConstructor made, string path)
    {
        string inner = $"{path}.{member.Symbol.Name}";
        var parameter = made.Parameters.FirstOrDefault(p => p.Member.Equals(member.Symbol, SymbolEqualityComparer.Default)).Parameter;
        if (ReasonAgainst(member, parameter) is { } reason)
        {
            _ = scope.Reject(member.Type, inner, reason, member.Symbol);
            return null;
        }

        if (json.Parse(member.Type, inner, JsonParser.AllowsNull(member.Type) || member.AllowsNull, member.Symbol) is not { } type)
            return null;
        var omission = member.Ignore switch { 2 => JsonOmission.WhenDefault, 3 => JsonOmission.WhenNull, _ => JsonOmission.Never };
        bool mayBeMissing = omission != JsonOmission.Never || parameter is { HasExplicitDefaultValue: true };
        return new()
        {
            Name = member.Symbol.Name,
            Key = JsonAttributes.KeyOf(member.Symbol),
            Type = type,
            Omission = omission,
            IsRequired = !mayBeMissing || member.IsRequired || JsonAttributes.Has(member.Symbol, "JsonRequired"),
            Absent = parameter is { HasExplicitDefaultValue: true } ? DefaultArgument.Of(parameter) : null,
            Setting = parameter is not null && (!member.IsRequired || made.SetsRequired) ? JsonSetting.Constructor
                : omission == JsonOmission.Never || member.IsRequired || member.IsInitOnly ? JsonSetting.Initializer
                : JsonSetting.Assignment,
        };
    }

    private string? ReasonAgainst(ObjectMember member, IParameterSymbol? parameter)
    {
        if (JsonAttributes.ReasonAgainst(member.Symbol) is { } attribute)
            return attribute;
        if (member.Ignore > 3)
            return "is ignored one way only";
        if (member.Ignore == 3 && member.Type is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T })
            return "is ignored when null, which it never is";
        if (ValueScope.HasWarning(member.Symbol) is { } warning)
            return warning;
        if (!member.CanBeRead(scope))
            return "is marked [JsonInclude] and cannot be reached by generated code";
        if (member.ReturnsReference)
            return "is returned by reference";
        return parameter is null && !member.CanBeSet(scope) ? "can be read but not set" : null;
    }
}

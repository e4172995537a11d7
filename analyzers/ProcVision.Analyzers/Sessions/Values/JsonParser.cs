using Microsoft.CodeAnalysis;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Reads the JSON form of a type: that of System.Text.Json, as far as it can be read back as the same value.</summary>
internal sealed class JsonParser(ValueScope scope)
{
    private readonly Dictionary<string, JsonModel?> _found = [];

    /// <summary>Everything that was found, sorted.</summary>
    public EquatableArray<JsonModel> All => _found.Values.OfType<JsonModel>().OrderBy(d => d.Name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Reads a type; null with a problem in the scope.</summary>
    public TypeRef? Parse(ITypeSymbol type, string path, ISymbol? member = null)
    {
        if (type.TypeKind == TypeKind.Error)
            return scope.NotThere();
        bool hasNull = type.IsReferenceType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (BuiltInTypes.KindOf(type) is { } kind)
            return new(ValueNames.Source(type), kind, null, hasNull);
        if (scope.ReasonAgainst(type) is { } reason)
            return scope.Reject(type, path, reason, member);

        string name = ValueNames.Identifier(type);
        if (!_found.ContainsKey(name))
        {
            _found.Add(name, null);
            if (Read(type, name, path, member) is not { } form)
                return null;
            _found[name] = form;
        }

        return new(ValueNames.Source(type), null, name, hasNull);
    }

    private JsonModel? Read(ITypeSymbol type, string name, string path, ISymbol? member)
    {
        string source = ValueNames.Source(type);
        string shown = ValueNames.Shown(type);
        if (ValueCollections.ElementsOf(type) is (var kind, var element))
            return Parse(element, path + "[]", member) is { } of ? new JsonList(name, source, shown, kind, of) : null;
        if (ValueCollections.ValuesOf(type) is { } value)
            return Parse(value, path + "[]", member) is { } of ? new JsonMap(name, source, shown, of) : null;
        if (type is not INamedTypeSymbol named)
            return Reject(type, path, ValueScope.NoJson, member);
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Parse(named.TypeArguments[0], path, member) is { } of ? new JsonNullable(name, source, shown, of) : null;
        if (JsonAttributes.ContextOf(named) is not null)
            return Reject(type, path, "has a JsonSerializerContext of its own and can only be stored by itself", member);
        if (JsonAttributes.ReasonAgainst(named) is { } reason)
            return Reject(type, path, reason, member);
        if (named.TypeKind == TypeKind.Enum)
            return EnumParser.Parse(named, name);
        if (ObjectShape.ReasonAgainst(named) is { } shape)
            return Reject(type, path, shape, member);
        return new ObjectParser(this, scope).Parse(named, name, path);
    }

    private JsonModel? Reject(ITypeSymbol type, string path, string reason, ISymbol? member)
    {
        _ = scope.Reject(type, path, reason, member);
        return null;
    }
}

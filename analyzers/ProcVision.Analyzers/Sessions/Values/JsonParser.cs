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
    /// <param name="type">The type.</param>
    /// <param name="path">The way to it.</param>
    /// <param name="allowsNull">Whether null is a value, if the type has one.</param>
    /// <param name="member">The member that has the type.</param>
    public TypeRef? Parse(ITypeSymbol type, string path, bool allowsNull, ISymbol? member = null)
    {
        if (type.TypeKind == TypeKind.Error)
            return scope.NotThere();
        if (ParseNotNull(type, path, member) is not { } of)
            return null;
        if (!type.IsReferenceType || !allowsNull)
            return of;
        string name = ValueNames.OrNull(of.Name ?? ValueNames.Identifier(type));
        _found[name] = new JsonOptional(name, of.Type, ValueNames.Shown(type), of);
        return new(of.Type, null, name, HasNull: true);
    }

    /// <summary>Whether null may stand where a type is declared: also where nullable annotations are off.</summary>
    public static bool AllowsNull(ITypeSymbol type) => type.NullableAnnotation != NullableAnnotation.NotAnnotated;

    private TypeRef? ParseNotNull(ITypeSymbol type, string path, ISymbol? member)
    {
        string source = ValueNames.Source(type);
        if (BuiltInTypes.KindOf(type) is { } kind)
            return new(source, kind, null, HasNull: false);
        if (scope.ReasonAgainst(type) is { } reason)
            return scope.Reject(type, path, reason, member);
        if (ValueCollections.ElementsOf(type) is (var list, var element))
        {
            return Parse(element, path + "[]", AllowsNull(element), member) is { } of
                ? Add(type, ValueNames.Collection(list, NameOf(of, element)), (name, shown) => new JsonList(name, source, shown, list, of))
                : null;
        }

        if (ValueCollections.ValuesOf(type) is { } value)
        {
            return Parse(value, path + "[]", AllowsNull(value), member) is { } of
                ? Add(type, ValueNames.Map(NameOf(of, value)), (name, shown) => new JsonMap(name, source, shown, of))
                : null;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            var inner = nullable.TypeArguments[0];
            return Parse(inner, path, allowsNull: false, member) is { } of
                ? Add(type, ValueNames.OrNull(NameOf(of, inner)), (name, shown) => new JsonNullable(name, source, shown, of)) with { HasNull = true }
                : null;
        }

        return type is INamedTypeSymbol named ? ParseNamed(named, path, member) : scope.Reject(type, path, ValueScope.NoJson, member);
    }

    private TypeRef? ParseNamed(INamedTypeSymbol type, string path, ISymbol? member)
    {
        string name = ValueNames.Identifier(type);
        if (!_found.ContainsKey(name))
        {
            // A type that refers to itself finds itself here.
            _found.Add(name, null);
            if (Read(type, name, path, member) is not { } form)
                return null;
            _found[name] = form;
        }

        return new(ValueNames.Source(type), null, name, HasNull: false);
    }

    private JsonModel? Read(INamedTypeSymbol type, string name, string path, ISymbol? member)
    {
        if (JsonAttributes.ContextOf(type) is { } context)
            return Context(type, context, name, path, member);
        if (JsonAttributes.ReasonAgainst(type) is { } reason)
            return Reject(type, path, reason, member);
        if (type.TypeKind == TypeKind.Enum)
            return EnumParser.Parse(type, name);
        if (ObjectShape.ReasonAgainst(type) is { } shape)
            return Reject(type, path, shape, member);
        return new ObjectParser(this, scope).Parse(type, name, path);
    }

    private JsonContext? Context(INamedTypeSymbol type, ITypeSymbol context, string name, string path, ISymbol? member)
    {
        if (context.TypeKind == TypeKind.Error)
        {
            _ = scope.NotThere();
            return null;
        }

        if (scope.ReasonAgainst(context) is { } reason)
        {
            _ = scope.Reject(type, path, $"names '{context.Name}', which {reason}", member);
            return null;
        }

        if (JsonAttributes.IsContext(context))
            return new(name, ValueNames.Source(type), ValueNames.Shown(type), ValueNames.Source(context));
        _ = scope.Reject(type, path, $"names '{context.Name}', which is no JsonSerializerContext", member);
        return null;
    }

    private TypeRef Add(ITypeSymbol type, string name, Func<string, string, JsonModel> make)
    {
        if (!_found.ContainsKey(name))
            _found.Add(name, make(name, ValueNames.Shown(type)));
        return new(ValueNames.Source(type), null, name, HasNull: false);
    }

    private static string NameOf(TypeRef of, ITypeSymbol type) => of.Name ?? ValueNames.Identifier(type);

    private JsonModel? Reject(ITypeSymbol type, string path, string reason, ISymbol? member)
    {
        _ = scope.Reject(type, path, reason, member);
        return null;
    }
}

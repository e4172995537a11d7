using Microsoft.CodeAnalysis;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Reads what the bytes of an unmanaged type are: its fields, also the private ones.</summary>
internal sealed class BytesParser(ValueScope scope)
{
    private const string BackingFieldEnd = ">k__BackingField";

    private readonly Dictionary<string, DescriptionModel?> _found = [];

    /// <summary>Everything that was found, sorted.</summary>
    public EquatableArray<DescriptionModel> All =>
        _found.Values.OfType<DescriptionModel>().OrderBy(d => d.Name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>Reads a type; null with a problem in the scope.</summary>
    public TypeRef? Parse(ITypeSymbol type, string path, ISymbol? member = null)
    {
        if (type.TypeKind == TypeKind.Error)
            return scope.NotThere();
        if (BuiltInTypes.KindOf(type) is { } kind)
            return kind == "Text" ? scope.Reject(type, path, "has no fixed size", member, isInBytes: true) : new(ValueNames.Source(type), kind, null, HasNull: false);
        if (scope.ReasonAgainst(type) is { } reason)
            return scope.Reject(type, path, reason, member, isInBytes: true);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Enum } named)
            return scope.Reject(type, path, "has no fixed size", member, isInBytes: true);

        string name = ValueNames.Identifier(type);
        bool isNullable = named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (!_found.ContainsKey(name))
        {
            _found.Add(name, null);
            DescriptionModel? description = named.TypeKind == TypeKind.Enum ? EnumParser.Describe(named, name)
                : isNullable ? Nullable(named, name, path, member)
                : Struct(named, name, path, member);
            if (description is null)
                return null;
            _found[name] = description;
        }

        return new(ValueNames.Source(type), null, name, isNullable);
    }

    /// <summary>The fields that make up a struct.</summary>
    public static IEnumerable<IFieldSymbol> FieldsOf(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic && !f.IsConst && !ObjectMembers.IsSecondName(f));

    private NullableDescription? Nullable(INamedTypeSymbol type, string name, string path, ISymbol? member) =>
        Parse(type.TypeArguments[0], path, member) is { } of ? new(name, ValueNames.Source(type), ValueNames.Shown(type), of) : null;

    private StructDescription? Struct(INamedTypeSymbol type, string name, string path, ISymbol? member)
    {
        if (ReasonAgainst(type) is { } reason)
        {
            _ = scope.Reject(type, path, reason, member, isInBytes: true);
            return null;
        }

        var members = new List<StructMember>();
        foreach (var field in FieldsOf(type))
        {
            string shown = NameOf(field);
            string inner = $"{path}.{shown}";
            if (field.IsFixedSizeBuffer)
            {
                _ = scope.Reject(field.Type, inner, "is a fixed buffer", field, isInBytes: true);
                return null;
            }

            if (Parse(field.Type, inner, field) is not { } of)
                return null;
            members.Add(new(shown, of, field.Name, IsAccessible(field), ValueNames.Source(field.OriginalDefinition.Type)));
        }

        return new(name, ValueNames.Source(type), ValueNames.Shown(type), members.ToEquatableArray(), GenericTypes.DefinitionOf(type));
    }

    private static string? ReasonAgainst(INamedTypeSymbol type)
    {
        if (type.Attribute("System.Runtime.CompilerServices.InlineArrayAttribute") is not null)
            return "is an inline array";

        // The reference assemblies of .NET hide the fields of most structs behind one of this name.
        if (FieldsOf(type).Any(f => f.Name.StartsWith("_dummy", StringComparison.Ordinal)))
            return "hides its fields from the compiler";
        return type is { IsTupleType: true, TupleElements.Length: > 7 } ? "is a tuple of more than seven" : null;
    }

    private bool IsAccessible(IFieldSymbol field) =>
        field.CanBeReferencedByName && scope.CanName(field) && ValueScope.HasWarning(field) is null;

    /// <summary>The property that a field stands behind; also in a compiled assembly, where only the field's name says so. Of a captured parameter, the parameter.</summary>
    private static string NameOf(IFieldSymbol field)
    {
        if (field.AssociatedSymbol is { } property)
            return property.Name;
        return field.Name.StartsWith("<", StringComparison.Ordinal) && field.Name.IndexOf('>') is > 1 and var end
            && (field.Name.EndsWith(BackingFieldEnd, StringComparison.Ordinal) || field.Name.EndsWith(">P", StringComparison.Ordinal))
            ? field.Name.Substring(1, end - 1)
            : field.Name;
    }
}

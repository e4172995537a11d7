using System.Globalization;
using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions;

/// <summary>
/// Collects how the values of a session are shown. Members without a JSON form are left out. A struct that is not stored but computed is left out as
/// well unless its type is built in: only what is stored is sure to have an end (<c>Normalized</c> of a vector has one again).
/// </summary>
internal sealed class ValueShapes
{
    private readonly Dictionary<string, ValueShape> _shapes = [];
    private readonly List<ValueShape> _order = [];

    /// <summary>Every type that is shown, each after those it refers to.</summary>
    public EquatableArray<ValueShape> All => _order.ToEquatableArray();

    /// <summary>The generated method that writes a type; null for one that the Sdk can write, or that has no form.</summary>
    /// <param name="type">A type with a fixed size, not nullable.</param>
    public string? MethodOf(ITypeSymbol type)
    {
        if (FixedSize.IsBuiltIn(type) || type is not INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Enum } named)
            return null;
        string name = CSharpName.Global(type);
        if (!_shapes.TryGetValue(name, out var shape))
        {
            string method = $"Write{_shapes.Count + 1}";
            _shapes.Add(name, new() { Method = method, Type = name });
            shape = named.TypeKind == TypeKind.Enum ? OfEnum(method, name, named) : OfStruct(method, name, named);
            _shapes[name] = shape;
            _order.Add(shape);
        }

        return shape.Method;
    }

    private static ValueShape OfEnum(string method, string name, INamedTypeSymbol type) => new()
    {
        Method = method,
        Type = name,
        Underlying = CSharpName.Global(type.EnumUnderlyingType!),
        Names = type.GetMembers().OfType<IFieldSymbol>()
            .Where(f => f.HasConstantValue)
            .GroupBy(f => Convert.ToString(f.ConstantValue, CultureInfo.InvariantCulture))
            .Select(g => new NamedConstant(g.Key, g.First().Name))
            .ToEquatableArray(),
    };

    private ValueShape OfStruct(string method, string name, INamedTypeSymbol type)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().ToArray();
        IEnumerable<ISymbol> members = type.IsTupleType ? type.TupleElements : type.GetMembers();
        return new()
        {
            Method = method,
            Type = name,
            Members = members.Where(IsReadable).Select(m => Shown(m, IsStored(m, fields))).OfType<ShownMember>().ToEquatableArray(),
        };
    }

    private ShownMember? Shown(ISymbol member, bool isStored)
    {
        var type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        bool isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var value = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        if (FixedSize.IsBuiltIn(value) || value.SpecialType == SpecialType.System_String)
            return new(member.Name, null, isNullable);
        if (value.TypeKind != TypeKind.Enum && (!isStored || value.IsRefLikeType || value.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr))
            return null;
        return MethodOf(value) is { } method ? new(member.Name, method, isNullable) : null;
    }

    private static bool IsReadable(ISymbol member) =>
        member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public }
        && member switch
        {
            IFieldSymbol field => field is { IsFixedSizeBuffer: false } && (!field.IsImplicitlyDeclared || field.CorrespondingTupleField is not null),
            IPropertySymbol property => property is { IsIndexer: false, RefKind: RefKind.None, GetMethod.DeclaredAccessibility: Accessibility.Public },
            _ => false,
        }
        && member.Attribute("System.ObsoleteAttribute") is null
        && member.Attribute("System.Diagnostics.CodeAnalysis.ExperimentalAttribute") is null;

    private static bool IsStored(ISymbol member, IFieldSymbol[] fields) =>
        member is IFieldSymbol
        || fields.Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, member) || f.Name == $"<{member.Name}>k__BackingField");
}

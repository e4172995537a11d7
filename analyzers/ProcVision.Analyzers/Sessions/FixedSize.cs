using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions;

/// <summary>How many bytes a value takes, as far as it is the same in every process.</summary>
/// <param name="Bytes">The size, or an upper bound of it.</param>
/// <param name="IsBound">Whether it is only a bound: the runtime decides about the padding of a struct.</param>
/// <param name="Problem">Why there is none, with the path to the member; null when there is one.</param>
internal readonly record struct FixedSize(int Bytes, bool IsBound, string? Problem)
{
    private const int Word = 8;
    private const int Largest = 1 << 20;

    /// <summary>Measures a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="path">The way to it, as <c>Pose.Frame</c>.</param>
    public static FixedSize Of(ITypeSymbol type, string path) => Of(type, path, depth: 0);

    /// <summary>Whether the Sdk knows the type by its short name; an author's own type may have the same one.</summary>
    public static bool IsBuiltIn(ITypeSymbol type) => OfPrimitive(type) is not null || type.Is(SdkNames.Rect);

    private static FixedSize Of(ITypeSymbol type, string path, int depth)
    {
        if (OfPrimitive(type) is { } size)
            return new(size, false, null);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying })
            return Of(underlying, path, depth);
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            return Of(nullable.TypeArguments[0], path, depth + 1) is { Problem: null } inner ? new(RoundUp(inner.Bytes) + Word, true, null) : Refuse(type, path);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct, IsRefLikeType: false } structure || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr)
            return Refuse(type, path);
        if (depth > 32)
            return new(0, true, $"'{path}' is nested too deeply");
        return OfStruct(structure, path, depth);
    }

    private static FixedSize OfStruct(INamedTypeSymbol type, string path, int depth)
    {
        long bytes = 0;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(f => !f.IsStatic && !f.IsConst))
        {
            string member = $"{path}.{(field.AssociatedSymbol ?? field).Name}";

            // The reference assemblies of .NET hide the fields of most structs behind one of this name.
            if (field.Name.StartsWith("_dummy", StringComparison.Ordinal))
                return Refuse(type, path);
            var size = field.IsFixedSizeBuffer && field.Type is IPointerTypeSymbol buffer
                ? Of(buffer.PointedAtType, member, depth + 1)
                : Of(field.Type, member, depth + 1);
            if (size.Problem is not null)
                return size;
            bytes = Math.Max(OffsetOf(field) + (long)size.Bytes, bytes + RoundUp(size.Bytes * Math.Max(1, field.FixedSize)));
        }

        bytes = Math.Max(bytes * InlineLength(type), LayoutSize(type));
        return bytes > Largest ? new(Largest, true, null) : new(RoundUp((int)Math.Max(bytes, 1)), true, null);
    }

    private static FixedSize Refuse(ITypeSymbol type, string path) =>
        new(0, false, $"'{path}' is '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which has no fixed size");

    private static int? OfPrimitive(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte => 1,
        SpecialType.System_Char or SpecialType.System_Int16 or SpecialType.System_UInt16 => 2,
        SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single => 4,
        SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_DateTime => 8,
        SpecialType.System_Decimal => 16,
        _ when type.Is("System.DateOnly") => 4,
        _ when type.Is("System.TimeSpan") || type.Is("System.TimeOnly") => 8,
        _ when type.Is("System.Guid") || type.Is("System.DateTimeOffset") => 16,
        _ => null,
    };

    private static int RoundUp(int bytes) => (bytes + Word - 1) / Word * Word;

    private static int OffsetOf(IFieldSymbol field) =>
        field.Attribute("System.Runtime.InteropServices.FieldOffsetAttribute") is { ConstructorArguments: [{ Value: int offset }] } ? offset : 0;

    private static int InlineLength(INamedTypeSymbol type) =>
        type.Attribute("System.Runtime.CompilerServices.InlineArrayAttribute") is { ConstructorArguments: [{ Value: int length }] } ? Math.Max(1, length) : 1;

    private static int LayoutSize(INamedTypeSymbol type) =>
        type.Attribute("System.Runtime.InteropServices.StructLayoutAttribute")?.NamedArguments.FirstOrDefault(a => a.Key == "Size").Value.Value is int size ? size : 0;
}

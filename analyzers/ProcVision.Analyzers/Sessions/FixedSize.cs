using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.Analyzers.Sessions;

/// <summary>How many bytes an unmanaged value takes, as far as it is the same in every process.</summary>
/// <param name="Bytes">The size, or an upper bound of it.</param>
/// <param name="IsBound">Whether it is only a bound: the runtime decides about the padding of a struct.</param>
internal readonly record struct FixedSize(int Bytes, bool IsBound)
{
    private const int Word = 8;
    private const int Largest = 1 << 20;

    /// <summary>Measures a type that <see cref="BytesParser"/> took.</summary>
    public static FixedSize Of(ITypeSymbol type)
    {
        if (BuiltInTypes.KindOf(type) is { } kind)
            return new(BuiltInTypes.SizeOf(kind), false);
        return type switch
        {
            INamedTypeSymbol { EnumUnderlyingType: { } underlying } => Of(underlying),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => new(RoundUp(Of(nullable.TypeArguments[0]).Bytes) + Word, true),
            _ => OfStruct((INamedTypeSymbol)type),
        };
    }

    private static FixedSize OfStruct(INamedTypeSymbol type)
    {
        long bytes = 0;
        foreach (var field in BytesParser.FieldsOf(type))
        {
            int size = Of(field.Type).Bytes;
            bytes = Math.Max(OffsetOf(field) + (long)size, bytes + RoundUp(size));
        }

        bytes = Math.Max(bytes, LayoutSize(type));
        return bytes > Largest ? new(Largest, true) : new(RoundUp((int)Math.Max(bytes, 1)), true);
    }

    private static int RoundUp(int bytes) => (bytes + Word - 1) / Word * Word;

    private static int OffsetOf(IFieldSymbol field) =>
        field.Attribute("System.Runtime.InteropServices.FieldOffsetAttribute") is { ConstructorArguments: [{ Value: int offset }] } ? offset : 0;

    private static int LayoutSize(INamedTypeSymbol type) =>
        type.Attribute("System.Runtime.InteropServices.StructLayoutAttribute")?.NamedArguments.FirstOrDefault(a => a.Key == "Size").Value.Value is int size ? size : 0;
}

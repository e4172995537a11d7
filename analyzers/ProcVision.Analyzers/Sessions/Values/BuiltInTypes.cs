using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>The types that the Sdk stores by itself: the names of its <c>SessionKind</c>.</summary>
internal static class BuiltInTypes
{
    /// <summary>The kind of a built-in type, as <c>Int32</c> or <c>Text</c>; null for any other one, also for a nullable one.</summary>
    public static string? KindOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_SByte => "SByte",
        SpecialType.System_Byte => "Byte",
        SpecialType.System_Int16 => "Int16",
        SpecialType.System_UInt16 => "UInt16",
        SpecialType.System_Int32 => "Int32",
        SpecialType.System_UInt32 => "UInt32",
        SpecialType.System_Int64 => "Int64",
        SpecialType.System_UInt64 => "UInt64",
        SpecialType.System_Single => "Single",
        SpecialType.System_Double => "Double",
        SpecialType.System_Decimal => "Decimal",
        SpecialType.System_Char => "Char",
        SpecialType.System_DateTime => "DateTime",
        SpecialType.System_String => "Text",
        SpecialType.None when type.IsValueType => KindOfStruct(type),
        _ => null,
    };

    /// <summary>The bytes that a value of a built-in kind takes; 0 for a text.</summary>
    public static int SizeOf(string kind) => kind switch
    {
        "Boolean" or "SByte" or "Byte" => 1,
        "Int16" or "UInt16" or "Char" => 2,
        "Int32" or "UInt32" or "Single" or "DateOnly" => 4,
        "Decimal" or "Guid" or "DateTimeOffset" or "Rect" => 16,
        "Text" => 0,
        _ => 8,
    };

    private static string? KindOfStruct(ITypeSymbol type) => type.Name switch
    {
        "Guid" or "DateTimeOffset" or "TimeSpan" or "DateOnly" or "TimeOnly" when type.Is("System." + type.Name) => type.Name,
        "Rect" when type.Is(SdkNames.Rect) => "Rect",
        _ => null,
    };
}

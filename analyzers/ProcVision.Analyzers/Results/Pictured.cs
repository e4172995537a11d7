using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Values that hold a picture, as far as it is sure.</summary>
internal static class Pictured
{
    private static readonly string[] Words = ["image", "picture", "pixel", "png", "jpeg", "jpg", "bmp", "photo", "mask", "thumbnail", "crop", "overlay", "heatmap"];

    /// <summary>What is measured of a picture, in few bytes.</summary>
    private static readonly string[] AboutPictures = ["hash", "sha1", "sha256", "md5", "digest", "checksum", "crc", "histogram", "count", "bitmask", "microp"];

    /// <summary>The base64 text that a value holds, in itself or in what it is made of; one of a hash is none.</summary>
    public static IOperation? Base64In(IOperation value) =>
        value.Source().DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault(c => IsBase64(c) && !IsOfHash(c));

    /// <summary>Whether a value is bytes of a picture: by the name they have, or because they are taken out of an image.</summary>
    public static bool IsBytes(IOperation value, ITypeSymbol? type, string? key, ResultSymbols symbols)
    {
        if (symbols.IsImage(type))
            return true;
        if (!IsByteList(type))
            return false;
        var source = value.Source();
        return IsNamed(key)
            || IsNamed(NameOf(value))
            || IsNamed(NameOf(source))
            || source.DescendantsAndSelf().Any(o => symbols.IsImage(o.Type));
    }

    /// <summary>The member of a record that holds the bytes of a picture; null where none does.</summary>
    public static string? MemberOf(ITypeSymbol? record, ResultSymbols symbols) =>
        record is { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } && !IsByteList(record)
            ? record.GetMembers().OfType<IPropertySymbol>()
                .FirstOrDefault(p => !p.IsStatic && p.DeclaredAccessibility == Accessibility.Public && (symbols.IsImage(p.Type) || (IsByteList(p.Type) && IsNamed(p.Name))))?.Name
            : null;

    private static bool IsNamed(string? name) => name is not null && Has(name, Words) && !Has(name, AboutPictures);

    private static bool Has(string name, string[] words) => words.Any(w => name.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string? NameOf(IOperation value) => value switch
    {
        IConversionOperation conversion => NameOf(conversion.Operand),
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => null,
    };

    private static bool IsByteList(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType is SpecialType.System_Byte or SpecialType.System_UInt16 || IsByteList(array.ElementType),
        INamedTypeSymbol { OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_Byte or SpecialType.System_UInt16 }] } => true,
        _ => false,
    };

    private static bool IsBase64(IInvocationOperation call) => (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
    {
        ("Convert", "ToBase64String") => call.TargetMethod.ContainingType.IsOf("System", "Convert"),
        ("Base64" or "Base64Url", "EncodeToString") => true,
        _ => false,
    };

    private static bool IsOfHash(IInvocationOperation base64) =>
        base64.Arguments.Any(a => a.Value.Source().DescendantsAndSelf().OfType<IInvocationOperation>().Any(c =>
            c.TargetMethod.Name.Contains("Hash") || c.TargetMethod.ContainingType.ContainingNamespace.ToDisplayString() == "System.Security.Cryptography" || c.TargetMethod.ContainingType.Name == "Guid"));
}

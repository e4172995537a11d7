using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>One classification: what was found wrong, and what generated code can name.</summary>
/// <param name="within">The assembly that the code is generated into; null where it is not known: then only types of compiled assemblies are foreign.</param>
internal sealed class ValueScope(IAssemblySymbol? within)
{
    public const string NoJson = "has no JSON form";

    /// <summary>How deep a type may be nested in generic ones: <c>Node&lt;Node&lt;T&gt;&gt;</c> inside a <c>Node&lt;T&gt;</c> would never end.</summary>
    private const int DeepestGeneric = 12;

    public ValueProblem? Problem { get; private set; }

    public bool IsUnknown { get; private set; }

    /// <summary>Keeps the first problem; gives null for a caller to return.</summary>
    public TypeRef? Reject(ITypeSymbol type, string path, string reason, ISymbol? member = null, bool isInBytes = false, string? cure = null)
    {
        if (!IsUnknown)
        {
            Problem ??= new(path, ValueNames.Message(type), reason, member)
            {
                IsInBytes = isInBytes,
                IsBeyondJson = IsBeyondJson(type),
                Cure = IsForeign(type) ? null : cure ?? CureOfName(type),
            };
        }

        return null;
    }

    public TypeRef? NotThere()
    {
        IsUnknown = Problem is null;
        return null;
    }

    public bool IsForeign(ISymbol symbol) => within is null
        ? symbol.ContainingAssembly is not ISourceAssemblySymbol
        : !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, within);

    /// <summary>Whether generated code can name a member of a type that it can name.</summary>
    public bool CanName(ISymbol member) => member.DeclaredAccessibility switch
    {
        Accessibility.Public => true,
        Accessibility.Internal or Accessibility.ProtectedOrInternal => !IsForeign(member),
        _ => false,
    };

    /// <summary>Why generated code cannot name a type, or a type can never be a value; null when nothing is known against it.</summary>
    public string? ReasonAgainst(ITypeSymbol type)
    {
        if (KindOf(type) is { } kind)
            return kind;
        for (var t = type as INamedTypeSymbol; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal)
                return "is local to its file, where generated code cannot name it";
            if (t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return $"is {(t.DeclaredAccessibility == Accessibility.Private ? "private" : "protected")} in '{t.ContainingType?.Name}', where generated code cannot name it";
            if (!CanName(t))
                return $"is internal in '{t.ContainingAssembly.Name}', where generated code cannot name it";
            if (HasWarning(t) is { } warning)
                return warning;
        }

        return DepthOf(type) > DeepestGeneric ? "is nested in generic types without an end" : null;
    }

    /// <summary>Generated code would be warned for using it.</summary>
    public static string? HasWarning(ISymbol symbol) =>
        symbol.Attribute("System.ObsoleteAttribute") is not null ? "is obsolete, so that generated code would be warned for using it"
        : symbol.Attribute("System.Diagnostics.CodeAnalysis.ExperimentalAttribute") is not null ? "is experimental, so that generated code would be warned for using it"
        : null;

    /// <summary>What lets generated code name a type; null where it can.</summary>
    private static string? CureOfName(ITypeSymbol type)
    {
        for (var t = type as INamedTypeSymbol; t is not null; t = t.ContainingType)
        {
            if (t.IsFileLocal)
                return $"remove 'file' from '{t.Name}'";
            if (t.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
                return $"make '{t.Name}' internal or public";
        }

        return null;
    }

    private static bool IsBeyondJson(ITypeSymbol type) =>
        type is IPointerTypeSymbol or IFunctionPointerTypeSymbol
            or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr }
            or { TypeKind: TypeKind.Delegate };

    private static string? KindOf(ITypeSymbol type) => type switch
    {
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => NoJson,
        IDynamicTypeSymbol => "can hold anything",
        ITypeParameterSymbol => "is an open type parameter",
        IArrayTypeSymbol { IsSZArray: false } => "has more than one dimension",
        { SpecialType: SpecialType.System_Object } => "can hold anything",
        { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_Void } => NoJson,
        { TypeKind: TypeKind.Delegate } => NoJson,
        _ when IsPicture(type) => "is a picture",
        { TypeKind: TypeKind.Interface } => "is an interface",
        { IsRefLikeType: true } => "is a ref struct, which lives for one call only",
        INamedTypeSymbol { IsUnboundGenericType: true } => "is an open generic type",
        _ => null,
    };

    private static bool IsPicture(ITypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.Is(SdkNames.StepImage) || t.Is(SdkNames.ImageBuffer))
                return true;
        }

        return false;
    }

    private static int DepthOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => DepthOf(array.ElementType) + 1,
        INamedTypeSymbol { TypeArguments.IsEmpty: false } named => named.TypeArguments.Max(DepthOf) + 1,
        _ => 0,
    };
}

using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Whether a type can be an object of JSON.</summary>
internal static class ObjectShape
{
    public static string? ReasonAgainst(INamedTypeSymbol type)
    {
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return ValueScope.NoJson;
        if (ValueCollections.KindOf(type) == "Dictionary")
            return "has keys that are not strings";
        if (IsCollection(type))
            return "is a collection other than T[], List<T>, ImmutableArray<T> and Dictionary<string, T>";
        if (IsOfTheFramework(type))
            return ValueScope.NoJson;
        if (type.IsStatic)
            return "is static";
        if (type.IsAbstract)
            return "is abstract";
        if (type is { IsReferenceType: true, IsSealed: false, IsRecord: false })
            return "is a class that is neither sealed nor a record";
        return type is { IsTupleType: true, TupleElements.Length: > 7 } ? "is a tuple of more than seven" : null;
    }

    /// <summary>
    /// Most types of the framework are read and written by rules of their own (<c>Uri</c>, <c>Version</c>, <c>Half</c>), and their members mean nothing.
    /// Tuples and the vectors of System.Numerics are what their fields are.
    /// </summary>
    private static bool IsOfTheFramework(INamedTypeSymbol type)
    {
        var outer = type.ContainingNamespace;
        while (outer is { ContainingNamespace.IsGlobalNamespace: false })
            outer = outer.ContainingNamespace;
        return outer is { Name: "System", IsGlobalNamespace: false }
            && type.ContainingAssembly.Name is var assembly && (assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "System" or "mscorlib" or "netstandard")
            && !type.IsTupleType
            && !IsVector(type);
    }

    private static bool IsVector(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() == "System.Numerics"
        && type.GetMembers().Any(m => m is IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public });

    private static bool IsCollection(INamedTypeSymbol type) =>
        type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable);
}

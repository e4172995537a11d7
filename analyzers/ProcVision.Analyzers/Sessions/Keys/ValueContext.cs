using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Whether a <c>JsonSerializerContext</c> can write a type that names it.</summary>
internal static class ValueContext
{
    public const string Base = "System.Text.Json.Serialization.JsonSerializerContext";
    public const string Serializable = "System.Text.Json.Serialization.JsonSerializableAttribute";

    /// <summary>Why it cannot, and what to do; null when it can.</summary>
    public static (string Cause, string Cure)? Obstacle(INamedTypeSymbol type, INamedTypeSymbol context, Compilation compilation)
    {
        if (!IsContext(context))
            return ("it is no JsonSerializerContext", $"Name a 'partial class : JsonSerializerContext' with [JsonSerializable(typeof({type.Name}))]");
        if (context.IsAbstract || context.Arity > 0)
            return ($"it is {(context.IsAbstract ? "abstract" : "generic")}", "Name a context that the source generator of System.Text.Json can make");
        if (!compilation.IsSymbolAccessibleWithin(context, compilation.Assembly) || context.IsFileLocal)
            return ("generated code cannot name it", $"Make '{context.Name}' internal or public");
        return Writes(context, type)
            ? null
            : ($"it has no [JsonSerializable(typeof({type.Name}))]", $"Add [JsonSerializable(typeof({type.Name}))] to '{context.Name}'");
    }

    public static bool IsContext(INamedTypeSymbol type)
    {
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (t.Is(Base))
                return true;
        }

        return false;
    }

    private static bool Writes(INamedTypeSymbol context, INamedTypeSymbol type) => context.GetAttributes().Any(a =>
        a.AttributeClass.Is(Serializable)
        && a.ConstructorArguments is [{ Value: ITypeSymbol written }]
        && SymbolEqualityComparer.Default.Equals(written, type));
}

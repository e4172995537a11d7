using Microsoft.CodeAnalysis;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sources;

/// <summary>Where a partial type of the author stands: what has to be around its other part.</summary>
internal sealed record TypePlace
{
    /// <summary>The namespace as source; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>The heads of the types around it from the outside in, for example <c>partial record Line</c>.</summary>
    public required EquatableArray<string> Containers { get; init; }

    /// <summary>Its simple name, without an <c>@</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The head of the other part, for example <c>partial class PartInspection</c>.</summary>
    public required string Head { get; init; }

    /// <summary>Namespace, types around it and name as source, without <c>global::</c>.</summary>
    public required string FullName { get; init; }

    public static TypePlace Of(INamedTypeSymbol type)
    {
        var containers = new List<string>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
            containers.Insert(0, HeadOf(outer));

        return new()
        {
            Namespace = CSharpName.Plain(type.ContainingNamespace),
            Containers = containers.ToEquatableArray(),
            Name = type.Name,
            Head = HeadOf(type),
            FullName = CSharpName.Plain(type),
        };
    }

    /// <summary>Opens the namespace and the types around the type.</summary>
    public void Open(SourceWriter writer)
    {
        if (Namespace.Length > 0)
            writer.Open($"namespace {Namespace}");
        foreach (string container in Containers)
            writer.Open(container);
    }

    /// <summary>Closes what <see cref="Open"/> opened.</summary>
    public void Close(SourceWriter writer)
    {
        for (int i = Containers.Count + (Namespace.Length > 0 ? 1 : 0); i > 0; i--)
            writer.Close();
    }

    private static string HeadOf(INamedTypeSymbol type)
    {
        string head = $"partial {Keyword(type)} {CSharpName.Identifier(type.Name)}";
        return type.Arity == 0 ? head : $"{head}<{string.Join(", ", type.TypeParameters.Select(p => CSharpName.Identifier(p.Name)))}>";
    }

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Struct } => "struct",
        { TypeKind: TypeKind.Interface } => "interface",
        _ => "class",
    };
}

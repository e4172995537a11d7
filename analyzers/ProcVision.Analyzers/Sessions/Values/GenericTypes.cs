using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Reads how a generic type is declared.</summary>
internal static class GenericTypes
{
    /// <summary>The definition of a generic type; null for any other one.</summary>
    public static GenericDefinition? DefinitionOf(INamedTypeSymbol type)
    {
        var parameters = new List<ITypeParameterSymbol>();
        var arguments = new List<ITypeSymbol>();
        for (var t = type; t is not null; t = t.ContainingType)
        {
            parameters.InsertRange(0, t.TypeParameters);
            arguments.InsertRange(0, t.TypeArguments);
        }

        return parameters.Count == 0 ? null : new(
            ValueNames.Source(type.OriginalDefinition),
            string.Join(", ", parameters.Select(p => CSharpName.Identifier(p.Name))),
            string.Concat(parameters.Select(Constraints)),
            string.Join(", ", arguments.Select(ValueNames.Source)));
    }

    private static string Constraints(ITypeParameterSymbol parameter)
    {
        var constraints = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
            constraints.Add("unmanaged");
        else if (parameter.HasValueTypeConstraint)
            constraints.Add("struct");
        else if (parameter.HasNotNullConstraint)
            constraints.Add("notnull");
        constraints.AddRange(parameter.ConstraintTypes.Select(ValueNames.Source));
        if (parameter.HasConstructorConstraint)
            constraints.Add("new()");
        return constraints.Count == 0 ? "" : $" where {CSharpName.Identifier(parameter.Name)} : {string.Join(", ", constraints)}";
    }
}

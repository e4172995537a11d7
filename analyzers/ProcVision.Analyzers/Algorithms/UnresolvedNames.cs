using Microsoft.CodeAnalysis;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// Collects the type names in the declarations of a class that mean nothing before generation. When the manifest does not yield one of
/// them either, CS0246 would stop the compiler before any rule could say why.
/// </summary>
internal static class UnresolvedNames
{
    public static EquatableArray<UnresolvedName> Of(INamedTypeSymbol type)
    {
        var names = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        Collect(type, names);
        return names.Select(n => new UnresolvedName(n.Key, n.Value)).ToEquatableArray();
    }

    private static void Collect(INamedTypeSymbol type, SortedDictionary<string, bool> names)
    {
        foreach (var member in type.GetMembers().Where(m => !m.IsImplicitlyDeclared))
        {
            switch (member)
            {
                // What an author nests in the class sees the same names.
                case INamedTypeSymbol nested when !nested.IsGenerated() && nested.Attribute(SdkNames.AlgorithmAttribute) is null:
                    Collect(nested, names);
                    break;
                case IMethodSymbol method:
                    bool isStep = method.Attribute(SdkNames.ExecuteAttribute) is not null || method.Attribute(SdkNames.PreExecuteAttribute) is not null;
                    Visit(method.ReturnType, false);
                    foreach (var parameter in method.Parameters)
                        Visit(parameter.Type, isStep);
                    break;
                case IPropertySymbol property:
                    Visit(property.Type, false);
                    break;
                case IFieldSymbol field:
                    Visit(field.Type, false);
                    break;
                default:
                    break;
            }
        }

        void Visit(ITypeSymbol symbol, bool isStep)
        {
            switch (symbol)
            {
                case IErrorTypeSymbol { Arity: 0, Name.Length: > 0, CandidateSymbols.IsEmpty: true } missing:
                    names[missing.Name] = isStep || (names.TryGetValue(missing.Name, out bool known) && known);
                    break;
                case IArrayTypeSymbol array:
                    Visit(array.ElementType, isStep);
                    break;
                case INamedTypeSymbol { IsGenericType: true } generic:
                    foreach (var argument in generic.TypeArguments)
                        Visit(argument, isStep);
                    break;
                default:
                    break;
            }
        }
    }
}

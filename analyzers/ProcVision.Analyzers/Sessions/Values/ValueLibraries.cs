using Microsoft.CodeAnalysis;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Finds the tables of session values of referenced assemblies. Asked at every keystroke, so only those are looked into that reference the Sdk.</summary>
internal static class ValueLibraries
{
    private const string Sdk = "ProcVision.Sdk";

    /// <summary>The classes as source, sorted.</summary>
    public static EquatableArray<string> Of(Compilation compilation, CancellationToken cancellation)
    {
        var tables = new List<string>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!assembly.Modules.Any(m => m.ReferencedAssemblies.Any(a => a.Name == Sdk)))
                continue;

            // A table of the same name cannot be named beside another: the assembly that names them all refers to it through that one, or not at all.
            if (assembly.Attribute(SdkNames.SessionValueTableAttribute) is { ConstructorArguments: [{ Value: INamedTypeSymbol { TypeKind: TypeKind.Class } table }] }
                && compilation.GetTypeByMetadataName(table.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)) is { } found
                && SymbolEqualityComparer.Default.Equals(found, table))
            {
                tables.Add(ValueNames.Source(table));
            }
        }

        return tables.OrderBy(t => t, StringComparer.Ordinal).ToEquatableArray();
    }
}

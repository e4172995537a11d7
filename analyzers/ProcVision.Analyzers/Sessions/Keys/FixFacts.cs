using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>What a finding tells the code fixes: which type it is about, as the id of its documentation comment.</summary>
internal static class FixFacts
{
    public const string Type = "Type";

    public static ImmutableDictionary<string, string?> Of(ITypeSymbol type) =>
        ImmutableDictionary<string, string?>.Empty
            .Add(Type, type.GetDocumentationCommentId());

    /// <summary>The type that a finding is about; null where it is none of this project.</summary>
    public static INamedTypeSymbol? TypeOf(Diagnostic diagnostic, Compilation compilation) =>
        Find(diagnostic, Type, compilation) is INamedTypeSymbol type && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) ? type : null;

    private static ISymbol? Find(Diagnostic diagnostic, string fact, Compilation compilation) =>
        diagnostic.Properties.TryGetValue(fact, out string? id) && id is not null ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) : null;
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.CodeFixes.Sessions;

/// <summary>The property of a session struct whose type a finding marks; such a type needs no mark of its own.</summary>
internal static class TypedProperty
{
    /// <summary>Null where the finding is about something else.</summary>
    public static async Task<IPropertySymbol?> AtAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model)
            return null;
        var node = root.FindNode(diagnostic.Location.SourceSpan);
        return node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property
            && property.Type.Span == diagnostic.Location.SourceSpan
            && model.GetDeclaredSymbol(property, cancellation) is IPropertySymbol symbol
            && symbol.ContainingType.Attribute(SdkNames.SessionAttribute) is not null
                ? symbol
                : null;
    }

    /// <summary>What the property, or each element of it, is; null where that is no type of this project.</summary>
    public static INamedTypeSymbol? StoredType(IPropertySymbol? property, Compilation compilation) =>
        property is not null
        && (SessionValueClassifier.InnerOf(property.Type) ?? property.Type) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type
        && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            ? type
            : null;
}

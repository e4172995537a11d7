using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Whether a struct can be a session.</summary>
internal static class SessionShape
{
    /// <summary>Whether a part can be added to the struct at all.</summary>
    public static bool TakesPart(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.IsFileLocal)
            return false;
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (!t.IsPartial(cancellation))
                return false;
        }

        return true;
    }

    /// <summary>Why the struct cannot be a session, and what to do; null when it can.</summary>
    public static (string Cause, string Cure)? Obstacle(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.IsFileLocal)
            return ("it is local to its file", "Remove 'file'");
        if (type.Arity > 0)
            return ("it is generic", "Remove the type parameters");
        if (!type.IsPartial(cancellation) || !type.IsRefLikeType || !type.IsReadOnly)
            return ("it is not a 'readonly ref partial struct'", $"Write 'readonly ref partial struct {type.Name}'");
        if (type.DeclaringSyntaxReferences.Any(r => r.GetSyntax(cancellation) is StructDeclarationSyntax { ParameterList: not null }))
            return ("it has a primary constructor", "Remove the constructor's parameters; a session is made over the store of the detection");
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.Arity > 0)
                return ($"the type '{outer.Name}' around it is generic", "Move the struct out of it");
            if (!outer.IsPartial(cancellation))
                return ($"the type '{outer.Name}' around it is not partial", $"Make '{outer.Name}' partial or move the struct out of it");
        }

        return null;
    }

    /// <summary>The name in the declaration that has the attribute.</summary>
    public static Location NameOf(AttributeData attribute, INamedTypeSymbol type, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.GetLocation()
        ?? type.Locations[0];

    /// <summary>The modifiers of a declaration as source, without what stands between them.</summary>
    public static string Modifiers(SyntaxTokenList modifiers) =>
        string.Concat(modifiers.Where(m => !m.IsKind(SyntaxKind.None)).Select(m => m.Text + " "));
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Sessions;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Judges the type in <c>[Algorithm(Session = typeof(…))]</c>.</summary>
internal static class SessionReferenceClassifier
{
    /// <summary>The typed session; null for the keyed one, and for a type that cannot be one.</summary>
    public static SessionReference? Classify(INamedTypeSymbol algorithm, AttributeData attribute, AlgorithmListener? listener, CancellationToken cancellation)
    {
        if (attribute.NamedArguments.FirstOrDefault(a => a.Key == AlgorithmArgument.Session).Value.Value is not INamedTypeSymbol type || type.TypeKind == TypeKind.Error)
            return null;

        if (Obstacle(type) is (var cause, var cure))
        {
            listener?.Report(ClassRules.NotASession, PlaceOf(attribute, cancellation), type.Name, algorithm.Name, cause, cure);
            return null;
        }

        // A struct that takes no part is reported where it is declared; its steps see the keyed session.
        bool isHere = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, algorithm.ContainingAssembly);
        if (isHere && !SessionShape.TakesPart(type, cancellation))
            return null;
        var reach = type.IsPublic() ? SessionReach.Public : type.IsReachableInAssembly() ? SessionReach.Assembly : SessionReach.Nested;
        return new(CSharpName.Global(type), reach);
    }

    /// <summary>The type in the attribute.</summary>
    public static Location PlaceOf(AttributeData attribute, CancellationToken cancellation) =>
        AlgorithmArgument.Find(attribute, AlgorithmArgument.Session, cancellation) switch
        {
            AttributeArgumentSyntax { Expression: TypeOfExpressionSyntax expression } => expression.Type.GetLocation(),
            { } syntax => syntax.GetLocation(),
            null => Location.None,
        };

    private static (string Cause, string Cure)? Obstacle(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Struct)
            return ("it is not a struct", "Make it a 'readonly ref partial struct' and mark it [Session]");
        if (type.Attribute(SdkNames.SessionAttribute) is null)
            return ("it is not marked [Session]", $"Mark '{type.Name}' with [Session]");
        return type.Arity > 0 ? ("it is generic", "Remove its type parameters") : null;
    }
}

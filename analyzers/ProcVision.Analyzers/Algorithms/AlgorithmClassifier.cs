using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Sources;
using ProcVision.Collections;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// The one opinion about an algorithm class. The generator asks without a listener and emits for what is a model; the analyzer asks with
/// one and reports why the rest is not.
/// </summary>
internal static class AlgorithmClassifier
{
    /// <summary>Classifies a class marked <c>[Algorithm]</c>.</summary>
    /// <param name="type">The class.</param>
    /// <param name="declaration">The declaration that has the attribute.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="listener">Hears why something is not a model; null in the generator.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ClassifiedAlgorithm Classify(
        INamedTypeSymbol type,
        TypeDeclarationSyntax declaration,
        AttributeData attribute,
        AlgorithmListener? listener,
        CancellationToken cancellation)
    {
        bool isModel = ClassShape.IsModel(type, declaration, listener, cancellation);
        var session = SessionReferenceClassifier.Classify(type, attribute, listener, cancellation);
        var methods = StepMethodClassifier.Classify(type, listener, cancellation);

        return new(
            new AlgorithmClass
            {
                Place = TypePlace.Of(type),
                IsModel = isModel,
                Session = session,
                ExecuteOnly = attribute.NamedArguments.Any(a => a.Key == AlgorithmArgument.ExecuteOnly && a.Value.Value is true),
                Methods = methods.Select(m => m.Model).ToEquatableArray(),
                Hooks = HookClassifier.Classify(type, listener),
                TakenNames = TakenNames(type),
                Unresolved = UnresolvedNames.Of(type),
            },
            methods);
    }

    private static EquatableArray<string> TakenNames(INamedTypeSymbol type)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal) { type.Name };
        foreach (var member in type.GetMembers().Where(m => m.CanBeReferencedByName && !m.IsGenerated()))
            _ = names.Add(member.Name);
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            foreach (var member in ancestor.GetMembers().Where(m => m.CanBeReferencedByName && m.DeclaredAccessibility != Accessibility.Private))
                _ = names.Add(member.Name);
        }

        return names.ToEquatableArray();
    }
}

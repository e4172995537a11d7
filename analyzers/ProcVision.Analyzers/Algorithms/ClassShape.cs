using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Whether a part can be added to a class and an instance of it made.</summary>
internal static class ClassShape
{
    public static bool IsModel(
        INamedTypeSymbol type,
        TypeDeclarationSyntax declaration,
        AlgorithmListener? listener,
        CancellationToken cancellation)
    {
        var place = declaration.Identifier.GetLocation();
        bool isModel = true;

        if (!declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
            Reject(ClassRules.NotPartial, place, type.Name);
        if (type.IsAbstract || type.IsStatic)
            Reject(ClassRules.NotInstantiable, place, type.Name, type.IsStatic ? "static" : "abstract");
        if (type.Arity > 0)
            Reject(ClassRules.Generic, declaration.TypeParameterList?.GetLocation() ?? place, type.Name);
        if (Obstacle(type, cancellation) is (var obstacle, var wayOut))
            Reject(ClassRules.NotReachable, place, type.Name, obstacle, wayOut);
        if (!type.IsAbstract && !type.IsStatic && Hindrance(type) is (var hindrance, var remedy))
            Reject(ClassRules.NoConstructor, place, type.Name, hindrance, remedy);

        return isModel;

        void Reject(DiagnosticDescriptor rule, Location location, params object[] arguments)
        {
            isModel = false;
            listener?.Report(rule, location, arguments);
        }
    }

    private static (string Cause, string Cure)? Obstacle(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.IsFileLocal)
            return ("it is local to its file", "Remove 'file'");
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (outer.Arity > 0)
                return ($"the type '{outer.Name}' around it is generic", "Move the class out of it");
            if (!outer.IsPartial(cancellation))
                return ($"the type '{outer.Name}' around it is not partial", $"Make '{outer.Name}' partial or move the class out of it");
        }

        return type.IsReachableInAssembly() ? null : ("it is private or protected in another type", "Make it internal or public");
    }

    private static (string Cause, string Cure)? Hindrance(INamedTypeSymbol type)
    {
        var constructor = type.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty);
        if (constructor is not { DeclaredAccessibility: Accessibility.Public })
            return ("it has no public constructor without parameters", $"Add 'public {type.Name}()' and load models in Setup");

        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers().FirstOrDefault(m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) is { } required)
                return ($"its member '{required.Name}' is required", $"Remove 'required' from '{required.Name}' and set it in the constructor or in Setup");
        }

        return null;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Sessions.Keys;
using ProcVision.Analyzers.Sessions.Values;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Decides how each property of a session struct is kept.</summary>
internal static class SessionPropertyClassifier
{
    private const int TextCapacity = 256;
    private const int CodedCapacity = 4096;

    /// <summary>The partial properties that need a body, with or without a slot; where their slots lie is not decided here.</summary>
    public static IEnumerable<SessionProperty> Classify(INamedTypeSymbol type, Action<Diagnostic>? report, CancellationToken cancellation)
    {
        var properties = new List<SessionProperty>();
        foreach (var property in type.GetMembers().OfType<IPropertySymbol>())
        {
            cancellation.ThrowIfCancellationRequested();
            if (property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not PropertyDeclarationSyntax syntax)
                continue;
            if (property.IsPartialDefinition && (property.PartialImplementationPart is null || property.PartialImplementationPart.IsGenerated()))
                properties.Add(Classify(property, syntax, report));
            else if (!property.IsPartialDefinition && !property.IsStatic && IsAuto(syntax))
                Report(report, SessionRules.WrongProperty, syntax.Identifier.GetLocation(), property.Name, "it is not partial", ValueNames.Message(property.Type));
        }

        return properties;
    }

    private static SessionProperty Classify(IPropertySymbol property, PropertyDeclarationSyntax syntax, Action<Diagnostic>? report)
    {
        var accessors = syntax.AccessorList?.Accessors ?? [];
        var getter = accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
        var setter = accessors.FirstOrDefault(a => !a.IsKind(SyntaxKind.GetAccessorDeclaration));
        string type = property.RefKind switch
        {
            RefKind.Ref => "ref " + CSharpName.Global(property.Type),
            RefKind.RefReadOnly => "ref readonly " + CSharpName.Global(property.Type),
            _ => CSharpName.Global(property.Type),
        };

        var bare = new SessionProperty
        {
            Name = property.Name,
            Declaration = $"{SessionShape.Modifiers(syntax.Modifiers)}{type} {CSharpName.Identifier(property.Name)}",
            Getter = getter is null ? null : SessionShape.Modifiers(getter.Modifiers) + getter.Keyword.Text,
            Setter = setter is null ? null : SessionShape.Modifiers(setter.Modifiers) + setter.Keyword.Text,
            Form = SlotForm.None,
        };
        if (Obstacle(property) is { } cause)
        {
            Report(report, SessionRules.WrongProperty, syntax.Identifier.GetLocation(), property.Name, cause, ValueNames.Message(property.Type));
            return bare;
        }

        return Slot(bare, property, syntax, report);
    }

    private static SessionProperty Slot(SessionProperty bare, IPropertySymbol property, PropertyDeclarationSyntax syntax, Action<Diagnostic>? report)
    {
        var verdict = SessionValueClassifier.Classify(property.Type, property.Name, property.ContainingAssembly);
        if (verdict.Problem is { } problem)
            Report(report, KeyRules.NoForm, syntax.Type.GetLocation(), problem.Cause, PropertyCure.Of(property.Type, problem));

        // A type that is generated does not exist yet; the analyzer sees it, and sees that the body throws.
        if (verdict.Model is not { } model || Capacity(property, model, report) is not { } capacity)
            return bare;
        var form = FormOf(property);
        if (form == SlotForm.NotNull && model.Absent == AbsentValue.None)
        {
            string type = ValueNames.Message(property.Type);
            Report(report, SessionRules.NoAbsentValue, syntax.Type.GetLocation(), property.Name, type);
            return bare;
        }

        return bare with { Form = form, Value = model, Capacity = capacity };
    }

    /// <summary>The bytes of the slot; null when the author's cannot be used.</summary>
    private static int? Capacity(IPropertySymbol property, ValueModel model, Action<Diagnostic>? report)
    {
        var attribute = property.Attribute(SdkNames.MaxBytesAttribute);
        int? given = attribute is { ConstructorArguments: [{ Value: int bytes }] } ? bytes : null;
        if (model.Form == ValueForm.Value)
        {
            if (given is { } useless)
                ReportCapacity(report, attribute!, useless, property.Name, $"'{ValueNames.Message(property.Type)}' has a fixed size", "Remove [MaxBytes]");
            return model.Size;
        }

        if (given is < 1 or > SessionClassifier.LargestSession)
        {
            string limits = $"it is not within 1 … {SessionClassifier.LargestSession}";
            string cure = model.Form == ValueForm.Text ? "Write the bytes that the longest text needs in UTF-8" : "Write the bytes that the largest value needs";
            ReportCapacity(report, attribute!, given.Value, property.Name, limits, cure);
            return null;
        }

        return given ?? (model.Form == ValueForm.Text ? TextCapacity : CodedCapacity);
    }

    private static SlotForm FormOf(IPropertySymbol property) =>
        property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? SlotForm.Nullable
        : property.Type.IsValueType ? SlotForm.NotNull
        : property.NullableAnnotation switch
        {
            NullableAnnotation.Annotated => SlotForm.Nullable,
            NullableAnnotation.NotAnnotated => SlotForm.NotNull,
            _ => SlotForm.Oblivious,
        };

    private static string? Obstacle(IPropertySymbol property)
    {
        if (property.IsStatic)
            return "it is static";
        if (property.RefKind != RefKind.None)
            return "it returns a reference";
        if (property.GetMethod is null)
            return "it has no get";
        return property.SetMethod switch
        {
            null => "it has no set",
            { IsInitOnly: true } => "it has init instead of set",
            _ => null,
        };
    }

    private static bool IsAuto(PropertyDeclarationSyntax syntax) =>
        syntax.AccessorList is { } list && list.Accessors.All(a => a.Body is null && a.ExpressionBody is null);

    private static void Report(Action<Diagnostic>? report, DiagnosticDescriptor rule, Location place, params object[] arguments) =>
        report?.Invoke(Diagnostic.Create(rule, place, arguments));

    private static void ReportCapacity(Action<Diagnostic>? report, AttributeData attribute, int bytes, string name, string cause, string cure) =>
        report?.Invoke(Diagnostic.Create(SessionRules.WrongCapacity, attribute.FirstArgument(), bytes, name, cause, cure));
}

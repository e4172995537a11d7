using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProcVision.Analyzers.Sources;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Decides how each property of a session struct is kept.</summary>
internal static class SessionPropertyClassifier
{
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
                Report(report, SessionRules.WrongProperty, syntax.Identifier, property.Name, "it is not partial", Shown(property));
        }

        return properties;
    }

    private static SessionProperty Classify(IPropertySymbol property, PropertyDeclarationSyntax syntax, Action<Diagnostic>? report)
    {
        var accessors = syntax.AccessorList?.Accessors ?? [];
        var getter = accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
        var setter = accessors.FirstOrDefault(a => !a.IsKind(SyntaxKind.GetAccessorDeclaration));
        var slot = Slot(property, syntax, report);
        string type = property.RefKind switch
        {
            RefKind.Ref => "ref " + CSharpName.Global(property.Type),
            RefKind.RefReadOnly => "ref readonly " + CSharpName.Global(property.Type),
            _ => CSharpName.Global(property.Type),
        };

        return slot with
        {
            Declaration = $"{SessionShape.Modifiers(syntax.Modifiers)}{type} {CSharpName.Identifier(property.Name)}",
            Getter = getter is null ? null : SessionShape.Modifiers(getter.Modifiers) + getter.Keyword.Text,
            Setter = setter is null ? null : SessionShape.Modifiers(setter.Modifiers) + setter.Keyword.Text,
        };
    }

    private static SessionProperty Slot(IPropertySymbol property, PropertyDeclarationSyntax syntax, Action<Diagnostic>? report)
    {
        var slot = new SessionProperty
        {
            Name = property.Name,
            Declaration = "",
            Getter = null,
            Setter = null,
            Form = SlotForm.None,
            ValueType = "",
            StoredType = Shown(property),
            Offset = 0,
            Capacity = 0,
            IsBound = false,
        };
        if (Obstacle(property) is { } cause)
        {
            Report(report, SessionRules.WrongProperty, syntax.Identifier, property.Name, cause, Shown(property));
            return slot;
        }

        var capacity = property.Attribute(SdkNames.MaxBytesAttribute);
        return property.Type.SpecialType == SpecialType.System_String
            ? Text(slot, property, capacity, report)
            : Value(slot, property, syntax, capacity, report);
    }

    private static SessionProperty Text(SessionProperty slot, IPropertySymbol property, AttributeData? attribute, Action<Diagnostic>? report)
    {
        int capacity = attribute is { ConstructorArguments: [{ Value: int bytes }] } ? bytes : 256;
        if (capacity is < 1 or > SessionClassifier.LargestSession)
        {
            string limits = $"it is not within 1 … {SessionClassifier.LargestSession}";
            ReportCapacity(report, attribute, capacity, property.Name, limits, "Write the bytes that the longest text needs in UTF-8");
            return slot;
        }

        return slot with
        {
            Form = property.NullableAnnotation switch
            {
                NullableAnnotation.Annotated => SlotForm.NullableText,
                NullableAnnotation.NotAnnotated => SlotForm.Text,
                _ => SlotForm.ObliviousText,
            },
            ValueType = "string",
            BuiltIn = "Text",
            Capacity = capacity,
        };
    }

    private static SessionProperty Value(
        SessionProperty slot,
        IPropertySymbol property,
        PropertyDeclarationSyntax syntax,
        AttributeData? attribute,
        Action<Diagnostic>? report)
    {
        bool isNullable = property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var type = isNullable ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type;

        // A type that is generated does not exist yet; the analyzer sees it, and sees that the body throws.
        if (type.TypeKind == TypeKind.Error)
            return slot;
        if (attribute is { ConstructorArguments: [{ Value: int bytes }] })
            ReportCapacity(report, attribute, bytes, property.Name, $"'{Shown(property)}' has a fixed size", "Remove [MaxBytes]");
        var size = FixedSize.Of(type, property.Name);
        if (size.Problem is { } problem)
        {
            Report(report, SessionRules.NoFixedSize, syntax.Type.GetLocation(), property.Name, problem);
            return slot;
        }

        return slot with
        {
            Form = isNullable ? SlotForm.NullableValue : SlotForm.Value,
            ValueType = CSharpName.Global(type),
            StoredType = StoredType(type) + (isNullable ? "?" : ""),
            BuiltIn = FixedSize.IsBuiltIn(type) ? type.Name : null,
            Underlying = (type as INamedTypeSymbol)?.EnumUnderlyingType?.Name,
            Capacity = size.Bytes,
            IsBound = size.IsBound,
        };
    }

    private static string StoredType(ITypeSymbol type)
    {
        string name = CSharpName.Global(type);
        return FixedSize.IsBuiltIn(type) ? type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)
            : type.ContainingType is null && type.ContainingNamespace is { IsGlobalNamespace: true } ? name
            : name.Replace("global::", "");
    }

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

    private static string Shown(IPropertySymbol property) => property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    private static void Report(Action<Diagnostic>? report, DiagnosticDescriptor rule, SyntaxToken token, params object[] arguments) =>
        report?.Invoke(Diagnostic.Create(rule, token.GetLocation(), arguments));

    private static void Report(Action<Diagnostic>? report, DiagnosticDescriptor rule, Location place, params object[] arguments) =>
        report?.Invoke(Diagnostic.Create(rule, place, arguments));

    private static void ReportCapacity(Action<Diagnostic>? report, AttributeData? attribute, int bytes, string name, string cause, string cure)
    {
        if (attribute is not null)
            report?.Invoke(Diagnostic.Create(SessionRules.WrongCapacity, attribute.FirstArgument(), bytes, name, cause, cure));
    }
}

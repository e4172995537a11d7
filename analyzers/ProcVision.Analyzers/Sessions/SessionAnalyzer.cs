using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Algorithms;
using ProcVision.Analyzers.Sessions.Keys;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Says why a session struct, or a property of it, has no slots.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SessionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
    [
        SessionRules.WrongStruct,
        SessionRules.WrongProperty,
        KeyRules.NoForm,
        SessionRules.WrongCapacity,
        SessionRules.TooLarge,
        SessionRules.NoAbsentValue,
        ClassRules.NameTaken,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkNames.SessionAttribute) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Struct || type.Attribute(SdkNames.SessionAttribute) is not { } attribute)
            return;

        if (SessionClassifier.Classify(type, attribute, context.ReportDiagnostic, context.CancellationToken) is not { IsModel: true } model)
            return;
        foreach (var property in model.Properties.Where(p => p.Form != SlotForm.None))
            FindThrowing(context, type, property);
    }

    /// <summary>A body that throws although the property is a model now: its type was not there before generation.</summary>
    private static void FindThrowing(SymbolAnalysisContext context, INamedTypeSymbol type, SessionProperty property)
    {
        if (type.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault() is not { PartialImplementationPart: { } body } symbol
            || !body.DeclaringSyntaxReferences.Any(r => r.GetSyntax(context.CancellationToken).DescendantNodes().Any(n => n is ThrowExpressionSyntax)))
            return;
        var place = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken) is PropertyDeclarationSyntax syntax
            ? syntax.Type.GetLocation()
            : symbol.Locations[0];
        string cause = $"'{property.Name}' is '{ValueNames.Message(symbol.Type)}', which is generated or made of something generated, and generators do not see each other's types";
        context.ReportDiagnostic(Diagnostic.Create(KeyRules.NoForm, place, cause, "Write the type by hand"));
    }
}

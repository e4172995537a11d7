using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Says why a type marked <c>[SessionValue]</c> gets no codec.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MarkedTypeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [KeyRules.WrongContext, KeyRules.NotAValue];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SessionSymbols.Of(start.Compilation) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(SdkNames.SessionValueAttribute) is not { } mark)
            return;
        if (JsonAttributes.ContextOf(type) is INamedTypeSymbol { TypeKind: not TypeKind.Error } writer)
            AnalyzeContext(context, type, writer, mark);
        if (IsGeneric(type))
            Report(context, type, mark, new(type.Name, ValueNames.Message(type), "is generic", null), "Remove the type parameters, or store a record that holds one of it with its types known");
        else if (JsonAttributes.ContextOf(type) is null && SessionValueClassifier.Classify(type, type.Name, context.Compilation.Assembly).Problem is { } problem)
            Report(context, type, mark, problem, ValueCause.CureOfMark(type, problem));
    }

    private static void AnalyzeContext(SymbolAnalysisContext context, INamedTypeSymbol type, INamedTypeSymbol writer, AttributeData mark)
    {
        if (ValueContext.Obstacle(type, writer, context.Compilation) is (var cause, var cure))
            context.ReportDiagnostic(Diagnostic.Create(KeyRules.WrongContext, PlaceOfContext(mark, context.CancellationToken), FixFacts.Of(type), writer.Name, type.Name, cause, cure));
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, AttributeData mark, ValueProblem problem, string cure)
    {
        // A member of the type itself is where its author has to look; that of another type is shown beside the mark.
        var member = problem.Member?.Locations.FirstOrDefault(l => l.IsInSource);
        var place = member is not null && SymbolEqualityComparer.Default.Equals(problem.Member!.ContainingType, type)
            ? member
            : mark.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? type.Locations[0];
        context.ReportDiagnostic(Diagnostic.Create(KeyRules.NotAValue, place, member is null ? [] : [member], FixFacts.Of(type), ValueCause.Sentence(problem), type.Name, cure));
    }

    private static bool IsGeneric(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (t.Arity > 0)
                return true;
        }

        return false;
    }

    private static Location PlaceOfContext(AttributeData mark, CancellationToken cancellation) =>
        (mark.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax)?.ArgumentList?.Arguments.FirstOrDefault() switch
        {
            { Expression: TypeOfExpressionSyntax expression } => expression.Type.GetLocation(),
            { } argument => argument.GetLocation(),
            null => Location.None,
        };
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Finds what is given to a session, or asked of it, and has no form there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyedValueAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [KeyRules.NoForm, KeyRules.ImageStored];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SessionSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(operation => AnalyzeCall(operation, symbols), OperationKind.Invocation);
            start.RegisterOperationAction(operation => AnalyzeRefused(operation, symbols), OperationKind.Invalid);
            start.RegisterOperationAction(operation => AnalyzeMethodGroup(operation, symbols), OperationKind.MethodReference);
            start.RegisterOperationAction(operation => AnalyzeProperty(operation, symbols), OperationKind.PropertyReference);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, SessionSymbols symbols)
    {
        if (KeyedCall.Of((IInvocationOperation)context.Operation, symbols) is not { Type: { } type } call)
            return;
        if (StoredImages.IsPicture(type, symbols) || (call.Value is { } value && StoredImages.IsPicture(value, symbols)))
            context.ReportDiagnostic(Diagnostic.Create(KeyRules.ImageStored, call.PlaceOfType, Shown(call.Value?.Syntax) ?? type.Name));
        else
            AnalyzeType(context, type, call.PlaceOfType);
    }

    /// <summary>The compiler refuses a picture or a span of it as a type argument (CS9244), and does not say what to do.</summary>
    private static void AnalyzeRefused(OperationAnalysisContext context, SessionSymbols symbols)
    {
        if (context.Operation is { SemanticModel: { } model, Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Set" } set } call }
            && call.ArgumentList.Arguments is [_, { Expression: var stored }]
            && symbols.IsSession(model.GetTypeInfo(set.Expression, context.CancellationToken).Type)
            && model.GetOperation(stored, context.CancellationToken) is { } value
            && StoredImages.IsPicture(value, symbols))
            context.ReportDiagnostic(Diagnostic.Create(KeyRules.ImageStored, ValueOrigin.PlaceOf(value), Shown(stored)));
    }

    private static void AnalyzeMethodGroup(OperationAnalysisContext context, SessionSymbols symbols)
    {
        var method = (IMethodReferenceOperation)context.Operation;
        if (KeyedCall.DoorOf(method.Method, symbols) is not null && method.Method.TypeArguments is [var type])
            AnalyzeType(context, type, method.Syntax.GetLocation());
    }

    private static void AnalyzeProperty(OperationAnalysisContext context, SessionSymbols symbols)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (PropertyUse.ValueOf(property) is { } value && symbols.IsTypedProperty(property.Property) && StoredImages.IsPicture(value, symbols))
            context.ReportDiagnostic(Diagnostic.Create(KeyRules.ImageStored, ValueOrigin.PlaceOf(value), Shown(value.Syntax)));
    }

    private static void AnalyzeType(OperationAnalysisContext context, ITypeSymbol type, Location place)
    {
        if (ValueCause.Of(type, context.Compilation) is { } problem)
        {
            string cure = ValueCause.CureOfUse(type, problem, context.Compilation);
            context.ReportDiagnostic(Diagnostic.Create(
                KeyRules.NoForm, place, problem.Member?.Locations ?? [], FixFacts.Of(SessionValueClassifier.InnerOf(type) ?? type), ValueCause.Sentence(problem), cure));
        }
    }

    private static string? Shown(SyntaxNode? value) => value?.ToString() switch
    {
        { Length: > 60 } text => text.Substring(0, 59) + "…",
        var text => text,
    };
}

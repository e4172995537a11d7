using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Finds values that are sure to be of a type derived from the one they are stored as.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DerivedValueAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [KeyRules.DerivedValue];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SessionSymbols.Of(start.Compilation) is not { } symbols)
                return;
            start.RegisterOperationAction(operation => AnalyzeCall(operation, symbols), OperationKind.Invocation);
            start.RegisterOperationAction(operation => AnalyzeProperty(operation, symbols), OperationKind.PropertyReference);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, SessionSymbols symbols)
    {
        if (KeyedCall.Of((IInvocationOperation)context.Operation, symbols) is { Value: { } value, Type: { } type })
            Analyze(context, value, type);
    }

    private static void AnalyzeProperty(OperationAnalysisContext context, SessionSymbols symbols)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (PropertyUse.ValueOf(property) is { } value && symbols.IsTypedProperty(property.Property))
            Analyze(context, value, property.Property.Type);
    }

    private static void Analyze(OperationAnalysisContext context, IOperation value, ITypeSymbol type)
    {
        // A context decides about its types by itself, with [JsonPolymorphic] for one.
        var given = ValueOrigin.WithoutConversions(value).Type;
        if (given is not { TypeKind: TypeKind.Class } || !IsDerived(given, type) || JsonAttributes.ContextOf(type) is not null)
            return;
        context.ReportDiagnostic(Diagnostic.Create(KeyRules.DerivedValue, ValueOrigin.PlaceOf(value), ValueNames.Message(given), ValueNames.Message(type).TrimEnd('?')));
    }

    private static bool IsDerived(ITypeSymbol type, ITypeSymbol from)
    {
        if (from is not INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: not SpecialType.System_Object })
            return false;
        for (var t = type.BaseType; t is not null; t = t.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(t, from))
                return true;
        }

        return false;
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Compares what all places of a project do with one key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeyUseAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [KeyRules.TwoTypes, KeyRules.NeverWritten, KeyRules.ReadBeforeWritten, KeyRules.NeverRead];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();

        // A key that another generator's code writes is written.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.RegisterCompilationStartAction(start =>
        {
            if (SessionSymbols.Of(start.Compilation) is not { } symbols)
                return;
            var uses = new KeyUses(symbols);
            start.RegisterSymbolAction(uses.AddType, SymbolKind.NamedType);
            start.RegisterOperationAction(uses.AddCall, OperationKind.Invocation);
            start.RegisterOperationAction(uses.AddProperty, OperationKind.PropertyReference);
            start.RegisterOperationAction(uses.AddMethodGroup, OperationKind.MethodReference);
            start.RegisterOperationAction(uses.AddArgument, OperationKind.Argument);
            start.RegisterCompilationEndAction(end =>
            {
                var scopes = new KeyScopes(uses.Algorithms, symbols);
                foreach (var compare in (Comparison[])[KeyTypes.Compare, WrittenKeys.Compare, SlotFlow.Compare])
                {
                    foreach (var found in compare(uses, scopes, symbols))
                        end.ReportDiagnostic(found);
                }
            });
        });
    }

    private delegate IEnumerable<Diagnostic> Comparison(KeyUses uses, KeyScopes scopes, SessionSymbols symbols);
}

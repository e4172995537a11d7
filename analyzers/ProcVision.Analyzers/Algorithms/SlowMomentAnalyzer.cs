using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds slow work where nobody should wait for it: in the hooks around a step, and while an algorithm is constructed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SlowMomentAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeRules.WorkInStepHook, CodeRules.WorkInConstructor];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (StepCode.Of(start.Compilation) is not { } code)
                return;
            start.RegisterSymbolStartAction(
                symbol =>
                {
                    var type = (INamedTypeSymbol)symbol.Symbol;
                    if (!code.IsOfAlgorithm(type))
                        return;
                    var work = new DirectWork(type);
                    symbol.RegisterOperationAction(
                        operation => work.Take(operation.Operation, operation.ContainingSymbol),
                        OperationKind.Invocation,
                        OperationKind.ObjectCreation,
                        OperationKind.PropertyReference);
                    symbol.RegisterSymbolEndAction(end => Report(end, work, type));
                },
                SymbolKind.NamedType);
        });
    }

    private static void Report(SymbolAnalysisContext context, DirectWork work, INamedTypeSymbol type)
    {
        var said = new HashSet<(string, Location)>();
        foreach (var (root, slow, place) in work.OfRoots())
        {
            var moment = StepCode.OwnMoment(root);
            if ((moment & Moments.StepHook) != 0 && slow.IsBlocking && said.Add((CodeRules.WorkInStepHook.Id, place)))
                context.ReportDiagnostic(Diagnostic.Create(CodeRules.WorkInStepHook, place, slow.Name, slow.What, root.Name));
            else if ((moment & (Moments.Construction | Moments.TypeInitialization)) != 0 && said.Add((CodeRules.WorkInConstructor.Id, place)))
                context.ReportDiagnostic(Diagnostic.Create(CodeRules.WorkInConstructor, place, slow.Name, slow.What, type.Name));
        }
    }
}

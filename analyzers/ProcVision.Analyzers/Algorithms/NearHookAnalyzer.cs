using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds methods that were meant as hooks and have another name, or stand where they cannot be called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NearHookAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeRules.NotAHook];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (StepCode.Of(start.Compilation) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!StepCode.IsAlgorithm(type))
            return;

        var hooks = HookClassifier.Classify(type, listener: null);
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (HookGuess.Of(method) is { } hook && IsMissing(hook, type, hooks) && !MethodNames.IsNamed(method, context.Compilation, context.CancellationToken))
                Report(context, method, hook, CauseOf(method), $"Write '{HookClassifier.SignatureOf(hook)}'");
        }

        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            foreach (var method in ancestor.GetMembers().OfType<IMethodSymbol>())
            {
                if (HookClassifier.HookOf(method) is var hook and not Hooks.None
                    && method is { DeclaredAccessibility: Accessibility.Private, Locations: [{ IsInSource: true }, ..] }
                    && IsMissing(hook, type, hooks)
                    && !MethodNames.IsNamed(method, context.Compilation, context.CancellationToken))
                    Report(context, method, hook, $"it is private in the base class '{ancestor.Name}'", "Make it protected");
            }
        }
    }

    /// <summary>A method that already has the hook's name has its own rule when it is wrong.</summary>
    private static bool IsMissing(Hooks hook, INamedTypeSymbol type, Hooks hooks) =>
        (hooks & hook) == 0 && !type.GetMembers(hook.ToString()).Any(m => m is IMethodSymbol);

    private static string CauseOf(IMethodSymbol method) => method.Name is "Dispose" or "DisposeAsync"
        ? "the host does not dispose of an algorithm"
        : "hooks are found by their exact names";

    private static void Report(SymbolAnalysisContext context, IMethodSymbol method, Hooks hook, string cause, string cure) =>
        context.ReportDiagnostic(Diagnostic.Create(CodeRules.NotAHook, method.Locations[0], method.Name, hook, cause, cure));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds records under keys that a result refuses, and error codes in an NG (conformance 159, 166, 167).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RecordKeyAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.CodeOfNg, ResultRules.TakenKey];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ResultSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ResultSymbols symbols)
    {
        var call = (IInvocationOperation)context.Operation;
        if (symbols.MakerOf(call) != "With" || call.Given("key") is not { } place)
            return;
        string? key = KnownText.Of(place, symbols).Whole;
        var chain = ResultChain.Of(call, symbols);
        if (chain.Maker == "Ng" && IsCode(call, key, symbols))
            Report(context, place, ResultRules.CodeOfNg, key is not null && ReservedKeys.Contains(key) ? $"'With' refuses the key '{key}'" : $"no reader looks for '{key ?? place.Syntax.ToString()}'");
        else if (key is { Length: 0 })
            Report(context, place, ResultRules.TakenKey, "A record needs a key", "Name it as your own tools look for it");
        else if (key is not null && ReservedKeys.Contains(key))
            Report(context, place, ResultRules.TakenKey, $"'{key}' is a key of the platform's result", ReservedKeys.CureOf(key));
        else if (key is not null && chain.Keys.Contains(key))
            Report(context, place, ResultRules.TakenKey, $"This result already has a record '{key}'", "Choose another key, or make one record of both");
    }

    private static bool IsCode(IInvocationOperation with, string? key, ResultSymbols symbols) =>
        symbols.IsErrorCode(with.TargetMethod.TypeArguments.FirstOrDefault())
        || key?.Replace("_", "").Replace("-", "").ToUpperInvariant() is "ERRORCODE" or "ERRORKIND";

    private static void Report(OperationAnalysisContext context, IOperation place, DiagnosticDescriptor rule, params string[] texts) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, place.Place(), texts));
}

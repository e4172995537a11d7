using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds reasons and messages that the Sdk refuses because they are empty, or remarks on because they are long (conformance 141, 144, 149).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ResultTextAnalyzer : DiagnosticAnalyzer
{
    private const int ReasonLimit = 50;
    private const int MessageLimit = 100;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.EmptyText, ResultRules.LongReason, ResultRules.LongMessage];

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
        if (symbols.MakerOf(call) is not { } maker)
            return;
        bool isReason = maker == "Ng";
        if (call.Given(isReason ? "reason" : "message") is not { } text)
            return;
        foreach (var branch in text.Branches())
        {
            var known = KnownText.Of(branch, symbols);

            // The message of a pre that is OK may be empty: the platform has one of its own (C15).
            if (maker != "Ok" && known.Whole is { } whole && string.IsNullOrWhiteSpace(whole))
                context.ReportDiagnostic(Diagnostic.Create(ResultRules.EmptyText, branch.Place(), maker, isReason ? "reason" : "message"));
            else if (known.Least >= (isReason ? ReasonLimit : MessageLimit))
                context.ReportDiagnostic(Diagnostic.Create(isReason ? ResultRules.LongReason : ResultRules.LongMessage, branch.Place(), known.Length));
        }
    }
}

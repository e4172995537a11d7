using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds pictures on their way into an answer: as base64, or as bytes (conformance 160).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ImageDataAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.ImageData];

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
        string? maker = symbols.MakerOf(call);
        if (maker == "With")
            AnalyzeRecord(context, call, symbols);
        else if (call.TargetMethod.Name == "Publish" && symbols.IsDiagnostics(call.TargetMethod.ContainingType))
            AnalyzeText(context, call.Given("value"), $"The value {NameOf(call, symbols)}");
        else if (maker is not null)
            AnalyzeText(context, call.Given(maker == "Ng" ? "reason" : "message"), maker == "Ng" ? "This reason" : "This message");
    }

    private static void AnalyzeRecord(OperationAnalysisContext context, IInvocationOperation call, ResultSymbols symbols)
    {
        if (call.Given("value") is not { } value)
            return;
        var type = call.TargetMethod.TypeArguments.FirstOrDefault();
        string name = NameOf(call, symbols);
        if (Pictured.IsBytes(value, type, call.Given("key") is { } key ? KnownText.Of(key, symbols).Whole : null, symbols))
            Report(context, value, $"The record {name}");
        else if (Pictured.MemberOf(type, symbols) is { } member)
            Report(context, value, $"'{member}' of the record {name}");
        else
            AnalyzeText(context, value, $"The record {name}");
    }

    private static void AnalyzeText(OperationAnalysisContext context, IOperation? text, string what)
    {
        if (text is not null && Pictured.Base64In(text) is { } base64)
            Report(context, text.Syntax.Contains(base64.Syntax) ? base64 : text, what);
    }

    private static string NameOf(IInvocationOperation call, ResultSymbols symbols) =>
        call.Given("key") is { } key ? KnownText.Of(key, symbols).Whole is { } name ? $"'{name}'" : $"'{key.Syntax}'" : "here";

    private static void Report(OperationAnalysisContext context, IOperation place, string what) =>
        context.ReportDiagnostic(Diagnostic.Create(ResultRules.ImageData, place.Place(), what));
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds results with more defect rectangles than are sent (conformance 152, C18).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DefectCountAnalyzer : DiagnosticAnalyzer
{
    private const int MostDefects = 20;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.ManyDefects];

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
        if (symbols.MakerOf(call) != "Ng" || call.Given("defects") is not { } defects)
            return;
        foreach (var branch in defects.Branches())
        {
            if (CountOf(branch.Source()) is var count && count > MostDefects)
                context.ReportDiagnostic(Diagnostic.Create(ResultRules.ManyDefects, branch.Place(), count));
        }
    }

    /// <summary>How many elements a literal has at least; a spread may add none.</summary>
    private static int CountOf(IOperation list) => list switch
    {
        ICollectionExpressionOperation expression => expression.Elements.Sum(e => e is ISpreadOperation spread ? CountOf(spread.Operand.Source()) : 1),
        IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues.Length,
        IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: int length } }] } => length,
        IObjectCreationOperation { Initializer: { } elements } => elements.Initializers.Count(i => i is IInvocationOperation { TargetMethod.Name: "Add" }),
        IInvocationOperation { TargetMethod: { Name: "ToArray" or "ToList" or "ToImmutableArray" } } copy when (copy.Instance ?? copy.Arguments.FirstOrDefault()?.Value) is { } copied => CountOf(copied.Source()),
        _ => 0,
    };
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds rectangles that the Sdk refuses in a result: no place in a picture, a score outside 0 to 1, no label (conformance 151, 157, 158).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ResultRectAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.ImpossibleRect, ResultRules.ImpossibleScore, ResultRules.NoLabel];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ResultSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.ObjectCreation, OperationKind.With);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ResultSymbols symbols)
    {
        var creation = context.Operation;
        if (!symbols.IsLabelledRect(creation.Type) || StandInRect.Is(creation, symbols))
            return;
        if (RecordParts.Find(creation, "Box") is { } box)
            AnalyzeBox(context, box, symbols);
        if (RecordParts.Find(creation, "Score") is { } score)
            AnalyzeScore(context, score);
        AnalyzeLabel(context, creation);
    }

    private static void AnalyzeBox(OperationAnalysisContext context, IOperation box, ResultSymbols symbols)
    {
        foreach (var branch in box.Branches())
        {
            var known = KnownRect.Of(branch, symbols);
            var (name, side, cure) = known switch
            {
                { Width: { Value: <= 0 } width } => ("width", width, "a width above 0"),
                { Height: { Value: <= 0 } height } => ("height", height, "a height above 0"),
                { X: { Value: < 0 } x } => ("x", x, "a left edge in the picture, 0 or above"),
                { Y: { Value: < 0 } y } => ("y", y, "a top edge in the picture, 0 or above"),
                _ => ("", default, ""),
            };
            if (name.Length == 0)
                continue;

            // At the number itself where it is written here.
            var place = side.Place is { } number && branch.Syntax.Contains(number.Syntax) ? number : branch;
            context.ReportDiagnostic(Diagnostic.Create(ResultRules.ImpossibleRect, place.Place(), name, side.Value, cure));
        }
    }

    private static void AnalyzeScore(OperationAnalysisContext context, IOperation score)
    {
        foreach (var branch in score.Branches())
        {
            if (KnownNumber.Of(branch) is not { } value || value is >= 0 and <= 1)
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                ResultRules.ImpossibleScore,
                branch.Place(),
                KnownNumber.Show(value),
                value is > 1 and <= 100 ? $", {KnownNumber.Show(value / 100)} for {KnownNumber.Show(value)} %" : ""));
        }
    }

    private static void AnalyzeLabel(OperationAnalysisContext context, IOperation creation)
    {
        var label = RecordParts.Find(creation, "Label");
        var place = label is null
            ? creation is IObjectCreationOperation { Arguments.IsEmpty: true } && !creation.IsImplicit ? creation.Place() : null
            : label.Branches().FirstOrDefault(IsNull)?.Place();
        if (place is not null)
            context.ReportDiagnostic(Diagnostic.Create(ResultRules.NoLabel, place, creation.Type!.Name));
    }

    private static bool IsNull(IOperation label) => label.Source() is { ConstantValue: { HasValue: true, Value: null } } or IDefaultValueOperation;
}

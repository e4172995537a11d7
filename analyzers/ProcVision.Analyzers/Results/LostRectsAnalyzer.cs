using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>Finds lists of rectangles that a step fills and forgets.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LostRectsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ResultRules.LostRects];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ResultSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.VariableDeclarator);
        });
    }

    private static void Analyze(OperationAnalysisContext context, ResultSymbols symbols)
    {
        var declarator = (IVariableDeclaratorOperation)context.Operation;
        if (declarator.Symbol.Type is not INamedTypeSymbol { Name: "List", TypeArguments: [var rect] }
            || !symbols.IsLabelledRect(rect)
            || declarator.GetVariableInitializer()?.Value.Source() is not (IObjectCreationOperation or ICollectionExpressionOperation))
            return;

        var root = declarator.Root();
        var uses = root.Descendants().OfType<ILocalReferenceOperation>().Where(l => SymbolEqualityComparer.Default.Equals(l.Local, declarator.Symbol)).ToList();
        if (uses.Any(IsAdded) && uses.All(u => IsAdded(u) || IsCounted(u)) && root.Descendants().Any(o => symbols.MakerOf(o) is not null))
            context.ReportDiagnostic(Diagnostic.Create(ResultRules.LostRects, ((VariableDeclaratorSyntax)declarator.Syntax).Identifier.GetLocation(), declarator.Symbol.Name, TakerOf(rect)));
    }

    private static bool IsAdded(ILocalReferenceOperation list) =>
        list.Parent is IInvocationOperation { TargetMethod.Name: "Add" or "AddRange" or "Insert" or "Clear" } call && call.Instance == list;

    private static bool IsCounted(ILocalReferenceOperation list) => list.Parent is IPropertyReferenceOperation { Property.Name: "Count" };

    private static string TakerOf(ITypeSymbol rect) => rect.Name switch
    {
        "DefectRect" => "ExecuteResult.Ng",
        "PositionRect" => "ExecuteResult.Ok",
        _ => "PreResult.Ok",
    };
}

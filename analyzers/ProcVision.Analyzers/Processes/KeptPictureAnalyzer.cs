using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Algorithms;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds the memory of a borrowed picture in fields that live longer than the call (conformance 85, 256).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class KeptPictureAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Adders = ["Add", "Enqueue", "Push", "TryAdd", "Insert", "AddLast", "AddFirst", "Post", "TryWrite", "Append"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StepTimeRules.KeptPicture];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is not { } project)
                return;
            start.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
            start.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        });
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (KeeperOf(assignment.Target) is { } keeper && Picture.LoanIn(assignment.Value) is { } loan && !IsGivenBack(assignment, keeper))
            Report(context, keeper, loan);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Adders.Contains(call.TargetMethod.Name) || call.Instance is null || KeeperOf(call.Instance) is not { } keeper)
            return;
        if (call.Arguments.Select(a => Picture.LoanIn(a.Value)).FirstOrDefault(l => l is not null) is { } loan && !IsEmptied(call, keeper))
            Report(context, keeper, loan);
    }

    /// <summary>The field or property of an algorithm, or the static one, that a place lies in; null for one that may end with the call.</summary>
    private static ISymbol? KeeperOf(IOperation place)
    {
        for (IOperation? inner = place; inner is not null;)
        {
            switch (inner)
            {
                case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference
                    when reference.Member.IsStatic || (reference.Instance is IInstanceReferenceOperation && StepCode.IsAlgorithm(reference.Member.ContainingType)):
                    return reference.Member;
                case IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } reference:
                    inner = reference.Instance;
                    break;
                case IArrayElementReferenceOperation element:
                    inner = element.ArrayReference;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Whether the same method sets the field to nothing, as in a finally.</summary>
    private static bool IsGivenBack(IAssignmentOperation assignment, ISymbol keeper) =>
        RootOf(assignment).Descendants().OfType<ISimpleAssignmentOperation>().Any(other =>
            other != assignment
            && SymbolEqualityComparer.Default.Equals(KeeperOf(other.Target), keeper)
            && (other.Value is IDefaultValueOperation or IConversionOperation { Operand: IDefaultValueOperation }
                || other.Value.ConstantValue is { HasValue: true, Value: null }
                || other.Value is IPropertyReferenceOperation { Property.Name: "Empty" }));

    private static bool IsEmptied(IInvocationOperation call, ISymbol keeper) =>
        RootOf(call).Descendants().OfType<IInvocationOperation>().Any(other =>
            other.TargetMethod.Name is "Clear" or "Remove" or "RemoveAt" or "Dequeue" or "TryDequeue" or "Pop" or "TryPop" or "TryTake"
            && other.Instance is { } instance
            && SymbolEqualityComparer.Default.Equals(KeeperOf(instance), keeper));

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    private static void Report(OperationAnalysisContext context, ISymbol keeper, IPropertyReferenceOperation loan) =>
        context.ReportDiagnostic(Diagnostic.Create(
            StepTimeRules.KeptPicture,
            loan.Syntax.GetLocation(),
            keeper.Name,
            loan.Syntax.ToString(),
            loan.Property.Name == "Memory"
                ? "used after the step it throws InvalidOperationException"
                : "after the step there is another picture at that address, or none, and reading it ends the process"));
}

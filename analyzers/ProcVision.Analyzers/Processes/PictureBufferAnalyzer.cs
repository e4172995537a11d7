using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds arrays of the size of the picture that a step makes anew in each call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class PictureBufferAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StepTimeRules.PictureBuffer];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is { } project)
                start.RegisterOperationAction(operation => Analyze(operation, project), OperationKind.ArrayCreation, OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, AlgorithmProject project)
    {
        if (ElementOf(context.Operation) is { } element && !IsKept(context.Operation) && project.IsInStep(context.ContainingSymbol))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                StepTimeRules.PictureBuffer,
                MemberUse.PlaceOf(context.Operation),
                MemberUse.PlaceOf(context.Operation).SourceTree!.GetText(context.CancellationToken).ToString(MemberUse.PlaceOf(context.Operation).SourceSpan),
                element.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
        }
    }

    /// <summary>What an array of the size of the picture holds; null where no such array is made.</summary>
    private static ITypeSymbol? ElementOf(IOperation operation) => operation switch
    {
        IArrayCreationOperation { Initializer: null, Type: IArrayTypeSymbol array } made when IsSizeOfPicture(made.DimensionSizes) => array.ElementType,
        IInvocationOperation { TargetMethod: { Name: "AllocateUninitializedArray" or "AllocateArray", ContainingType.Name: "GC", TypeArguments: [var element] } } call
            when IsSizeOfPicture([call.Arguments[0].Value]) => element,
        IInvocationOperation { TargetMethod: { Name: "ToArray" } } call when CopiedElement(call) is { } element => element,
        _ => null,
    };

    private static ITypeSymbol? CopiedElement(IInvocationOperation copy)
    {
        var copied = copy.Instance ?? copy.Arguments.FirstOrDefault()?.Value;
        if (copied is null)
            return null;
        copied = ValueOrigin.Of(copied);
        return Picture.MemberOf(copied) is "Pixels" or "Memory" && copied.Type is INamedTypeSymbol { TypeArguments: [var element] } ? element : null;
    }

    /// <summary>Whether a number of elements is that of the pixels: the height and the width or the stride are in it, or the length of the pixels.</summary>
    private static bool IsSizeOfPicture(IReadOnlyList<IOperation> sizes)
    {
        bool height = false, width = false;
        foreach (var size in sizes)
        {
            foreach (var part in Parts(size))
            {
                switch (part)
                {
                    case IPropertyReferenceOperation { Property.Name: "Length", Instance: { } pixels } when Picture.MemberOf(ValueOrigin.Of(pixels)) is "Pixels" or "Memory":
                        return true;
                    default:
                        height |= Picture.MemberOf(part) is "Height";
                        width |= Picture.MemberOf(part) is "Width" or "Stride";
                        break;
                }
            }
        }

        return height && width;
    }

    /// <summary>The factors of a product, through variables; a difference or a quotient is another size.</summary>
    private static IEnumerable<IOperation> Parts(IOperation size)
    {
        var origin = ValueOrigin.Of(size);
        return origin is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
            ? Parts(product.LeftOperand).Concat(Parts(product.RightOperand))
            : [origin];
    }

    /// <summary>Whether the array is put into a field, where the next call finds it, or into a session or a result, which are mistakes of their own (PV2006, PV3014).</summary>
    private static bool IsKept(IOperation made)
    {
        var value = made;
        while (value.Parent is IConversionOperation or ICoalesceOperation or IConditionalOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent is IAssignmentOperation { Target: IMemberReferenceOperation or IArrayElementReferenceOperation }
            or IArgumentOperation { Parameter.RefKind: RefKind.Ref }
            or IArgumentOperation { Parent: IInvocationOperation { Instance.Type: INamedTypeSymbol { Name: "Session" or "ExecuteResult" or "PreResult" or "Diagnostics" } } }
            || (value.Parent is IAssignmentOperation { Target: ILocalReferenceOperation { Local.IsRef: true } or IParameterReferenceOperation { Parameter.RefKind: RefKind.Ref } });
    }
}

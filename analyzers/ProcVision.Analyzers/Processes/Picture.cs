using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Processes;

/// <summary>Recognises the members of a step's picture.</summary>
internal static class Picture
{
    /// <summary>The name of the picture's member that an operation reads; null for anything else.</summary>
    public static string? MemberOf(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: { ContainingType: { Name: "StepImage" } type } property } && type.Is(SdkNames.StepImage) ? property.Name : null;

    /// <summary>
    /// The <c>Memory</c> or <c>Pointer</c> of a picture that a value is, or is a part of; null where it is a copy or something else.
    /// </summary>
    public static IPropertyReferenceOperation? LoanIn(IOperation value)
    {
        for (int hops = 0; hops < 16; hops++)
        {
            value = ValueOrigin.Of(value);
            if (MemberOf(value) is "Memory" or "Pointer")
                return (IPropertyReferenceOperation)value;
            var behind = value switch
            {
                IInvocationOperation { TargetMethod: { Name: "Slice", ContainingType.Name: "ReadOnlyMemory" or "Memory" } } slice => slice.Instance,
                IImplicitIndexerReferenceOperation range => range.Instance,
                IBinaryOperation { Type.TypeKind: TypeKind.Pointer } sum => sum.LeftOperand.Type?.TypeKind == TypeKind.Pointer ? sum.LeftOperand : sum.RightOperand,
                _ => null,
            };
            if (behind is null)
                return null;
            value = behind;
        }

        return null;
    }
}

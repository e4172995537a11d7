using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>What code does with a property where it names it.</summary>
internal static class PropertyUse
{
    public static bool IsWritten(IPropertyReferenceOperation property) => property.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == property,
        IIncrementOrDecrementOperation => true,
        ITupleOperation tuple => IsTarget(tuple),
        _ => false,
    };

    /// <summary>Whether its value is asked for; <c>Count++</c> does both.</summary>
    public static bool IsRead(IPropertyReferenceOperation property) => property.Parent switch
    {
        ISimpleAssignmentOperation assignment => assignment.Target != property,
        INameOfOperation => false,
        ITupleOperation tuple => !IsTarget(tuple),
        _ => true,
    };

    /// <summary>What is put into the property by a plain assignment; null otherwise.</summary>
    public static IOperation? ValueOf(IPropertyReferenceOperation property) =>
        property.Parent is ISimpleAssignmentOperation assignment && assignment.Target == property ? assignment.Value : null;

    private static bool IsTarget(ITupleOperation tuple)
    {
        IOperation operation = tuple;
        while (operation.Parent is ITupleOperation outer)
            operation = outer;
        return operation.Parent is IDeconstructionAssignmentOperation assignment && assignment.Target == operation;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>The methods that change a collection of the value grammar in place, or seem to.</summary>
internal static class Mutators
{
    private static readonly HashSet<string> OfList =
        ["Add", "AddRange", "Clear", "Insert", "InsertRange", "Remove", "RemoveAll", "RemoveAt", "RemoveRange", "Reverse", "Sort"];

    private static readonly HashSet<string> OfDictionary = ["Add", "Clear", "Remove", "TryAdd"];

    private static readonly HashSet<string> OfArray = ["Sort", "Reverse", "Fill", "Clear"];

    /// <summary>What a call changes; null for one that changes nothing we know of.</summary>
    public static IOperation? Changed(IInvocationOperation call) => call.TargetMethod switch
    {
        { IsStatic: false, ContainingType.OriginalDefinition: { Name: "List" } list } method
            when OfList.Contains(method.Name) && IsIn(list, "System.Collections.Generic") => call.Instance,
        { IsStatic: false, ContainingType.OriginalDefinition: { Name: "Dictionary" } dictionary } method
            when OfDictionary.Contains(method.Name) && IsIn(dictionary, "System.Collections.Generic") => call.Instance,
        { IsStatic: true, ContainingType.SpecialType: SpecialType.System_Array } method
            when OfArray.Contains(method.Name) => call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value,

        // It gives the changed array, and here nobody takes it.
        { IsStatic: false, ContainingType.OriginalDefinition: { Name: "ImmutableArray" } array } method
            when call.Parent is IExpressionStatementOperation
                && method.ReturnType.Name == "ImmutableArray"
                && IsIn(array, "System.Collections.Immutable") => call.Instance,
        _ => null,
    };

    private static bool IsIn(INamedTypeSymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;
}

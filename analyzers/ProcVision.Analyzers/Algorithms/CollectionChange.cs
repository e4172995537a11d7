using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>The calls that change a collection of the framework in place.</summary>
internal static class CollectionChange
{
    private static readonly HashSet<string> Verbs =
    [
        "Add", "AddRange", "AddFirst", "AddLast", "AddBefore", "AddAfter", "AddOrUpdate", "Append", "AppendLine", "AppendFormat", "AppendJoin", "Clear",
        "Dequeue", "DequeueEnqueue", "Enqueue", "EnqueueDequeue", "EnqueueRange", "ExceptWith", "GetOrAdd", "Insert", "InsertRange", "IntersectWith",
        "Pop", "Push", "PushRange", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "Replace", "Reverse",
        "Set", "SetAll", "Sort", "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop", "TryRemove", "TryTake", "TryUpdate", "UnionWith",
    ];

    private static readonly HashSet<string> OfArray = ["Sort", "Reverse", "Fill", "Clear"];

    /// <summary>What a call changes; null for one that changes nothing we know of.</summary>
    public static IOperation? Of(IInvocationOperation call) => call.TargetMethod switch
    {
        { IsStatic: true, ContainingType.SpecialType: SpecialType.System_Array } method when OfArray.Contains(method.Name) =>
            call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0)?.Value,
        { IsStatic: false } method when Verbs.Contains(method.Name) && IsCollection(method.ContainingType) => call.Instance,
        _ => null,
    };

    /// <summary>Whether a type is a collection that can be changed, or a text that can.</summary>
    public static bool IsCollection(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() switch
    {
        "System.Collections" or "System.Collections.Generic" or "System.Collections.Concurrent" or "System.Collections.Specialized" or "System.Collections.ObjectModel" => true,
        "System.Text" => type.Name == "StringBuilder",
        _ => false,
    };
}

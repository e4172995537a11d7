using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Processes;

/// <summary>Recognises functions that another thread runs while the step goes on.</summary>
internal static class OtherThread
{
    /// <summary>Whether code stands in such a function. Parallel loops are none: the step waits in them.</summary>
    public static bool Runs(IOperation operation)
    {
        for (var function = operation.Parent; function is not null; function = function.Parent)
        {
            if (function is not IAnonymousFunctionOperation)
                continue;
            var given = function;
            while (given.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
                given = given.Parent;
            if (given.Parent is IArgumentOperation { Parent: { } taker } && IsStarter(taker))
                return true;
        }

        return false;
    }

    /// <summary>Whether an operation starts work elsewhere, or says what shall follow on it.</summary>
    public static bool IsStarter(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType: { } type } method } => (type.Name, method.Name) switch
        {
            ("Task" or "TaskFactory", "Run" or "StartNew" or "ContinueWith") => IsThreading(type),
            ("ThreadPool", "QueueUserWorkItem" or "UnsafeQueueUserWorkItem") => IsThreading(type),
            _ => false,
        },
        IObjectCreationOperation { Type: INamedTypeSymbol { Name: "Thread" or "Timer" or "Task" } type } => IsThreading(type),
        _ => false,
    };

    private static bool IsThreading(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is "System.Threading" or "System.Threading.Tasks";
}

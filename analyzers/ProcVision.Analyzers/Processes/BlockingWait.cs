using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Processes;

/// <summary>Knows the calls of the framework that wait until something happens elsewhere.</summary>
internal static class BlockingWait
{
    /// <summary>What to write in place of a wait; null for a call that does not wait. <c>{0}</c> is what it waits for.</summary>
    public static string? CureOf(ISymbol member) => (member.ContainingType.Name, member.Name) switch
    {
        ("Task", "Wait") or ("ManualResetEventSlim" or "SemaphoreSlim" or "CountdownEvent", "Wait") => "{0}.Wait(step.Cancellation)",
        ("Task", "WaitAll" or "WaitAny") => "Task." + member.Name + "(tasks, step.Cancellation)",
        ("Task" or "ValueTask", "Result") => "{0}.Wait(step.Cancellation)' and then '{0}.Result",
        ("TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter", "GetResult") => "{0}.Wait(step.Cancellation)' and then '{0}.Result",
        ("Barrier", "SignalAndWait") => "{0}.SignalAndWait(step.Cancellation)",
        ("BlockingCollection", "Take" or "GetConsumingEnumerable") => "{0}." + member.Name + "(step.Cancellation)",
        ("WaitHandle", "WaitOne" or "WaitAll" or "WaitAny") => "WaitHandle.WaitAny([{0}, step.Cancellation.WaitHandle])",
        ("Monitor", "Wait") => "Monitor.Wait({0}, milliseconds)' in a loop that asks 'step.Cancellation.IsCancellationRequested",
        ("Thread", "Join") => "{0}.Join(milliseconds)' in a loop that asks 'step.Cancellation.IsCancellationRequested",
        ("Process", "WaitForExit") => "{0}.WaitForExit(milliseconds)",
        ("SpinWait", "SpinUntil") => "SpinWait.SpinUntil(condition, milliseconds)",
        _ => null,
    } is { } cure && IsOfFramework(member.ContainingType) ? cure : null;

    /// <summary>Whether a call ends by itself: it has a token or a time limit, or one of the things that it waits for is the token.</summary>
    public static bool IsBounded(IInvocationOperation call) =>
        call.Arguments.Any(a => a.ArgumentKind != ArgumentKind.DefaultValue && IsLimit(a))
        || call.DescendantsAndSelf().Any(o => o is IPropertyReferenceOperation { Property: { Name: "WaitHandle", ContainingType.Name: "CancellationToken" } });

    /// <summary>Whether a value, or what it is made with, has a token in it: a task that was given one ends with it.</summary>
    public static bool HasToken(IOperation value) => value.DescendantsAndSelf().Any(o => IsToken(o.Type) && !IsNoToken(o));

    /// <summary>The task or handle that is waited for, without what only asks it.</summary>
    public static IOperation? Awaited(IOperation wait)
    {
        var awaited = wait switch
        {
            IInvocationOperation { Instance: null } call => call.Arguments.FirstOrDefault()?.Value,
            IInvocationOperation call => call.Instance,
            IMemberReferenceOperation reference => reference.Instance,
            _ => null,
        };
        while (awaited is IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "ConfigureAwait" or "AsTask", Instance: { } asked })
            awaited = asked;
        return awaited;
    }

    private static bool IsOfFramework(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString()
        is "System.Threading" or "System.Threading.Tasks" or "System.Runtime.CompilerServices" or "System.Collections.Concurrent" or "System.Diagnostics";

    private static bool IsLimit(IArgumentOperation argument)
    {
        var value = ValueOrigin.WithoutConversions(argument.Value);
        if (IsToken(argument.Parameter?.Type))
            return !IsNoToken(value);
        return argument.Parameter is { Type: { } type }
            && (type.SpecialType == SpecialType.System_Int32 || type.Is("System.TimeSpan"))
            && value.ConstantValue is not { HasValue: true, Value: -1 }
            && value is not IFieldReferenceOperation { Field.Name: "InfiniteTimeSpan" };
    }

    private static bool IsToken(ITypeSymbol? type) => type is { Name: "CancellationToken" } && type.Is("System.Threading.CancellationToken");

    private static bool IsNoToken(IOperation value) =>
        value is IDefaultValueOperation
            or IPropertyReferenceOperation { Property.Name: "None" }
            or IObjectCreationOperation { Arguments.Length: 0 }
            or IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue };
}

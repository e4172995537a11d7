using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>
/// The slow work of a class, and which of its members call each other. What stands in a lambda, or is handed on as a delegate, runs at another time or
/// on another thread, so neither counts: <c>new Lazy&lt;Net&gt;(Load)</c> loads nothing yet.
/// </summary>
internal sealed class DirectWork(INamedTypeSymbol type)
{
    private readonly ConcurrentBag<(ISymbol Member, SlowWork Work, Location Place)> _work = [];
    private readonly ConcurrentBag<(ISymbol Caller, ISymbol Callee)> _calls = [];

    /// <summary>Hears of every call, creation and property in the class.</summary>
    public void Take(IOperation operation, ISymbol member)
    {
        // What is nested in the class has a life of its own.
        if (!SymbolEqualityComparer.Default.Equals(member.ContainingType, type) || MemberOf(operation, member) is not { } owner)
            return;
        if (SlowWork.Of(operation) is { } work)
            _work.Add((owner, work, operation.Syntax.GetLocation()));
        else if (Called(operation) is { } callee && (callee is IMethodSymbol { MethodKind: MethodKind.LocalFunction } || SymbolEqualityComparer.Default.Equals(callee.ContainingType, type)))
            _calls.Add((owner, KeyOf(callee)));
    }

    /// <summary>What runs whenever a constructor, an initializer or a hook runs, in the order of these moments.</summary>
    public IEnumerable<(ISymbol Root, SlowWork Work, Location Place)> OfRoots()
    {
        var work = _work.ToLookup(w => w.Member, SymbolEqualityComparer.Default);
        if (work.Count == 0)
            return [];
        var calls = _calls.ToLookup(c => c.Caller, c => c.Callee, SymbolEqualityComparer.Default);
        return Reports(work, calls).OrderBy(r => StepCode.OwnMoment(r.Root)).ThenBy(r => r.Place.SourceSpan.Start);
    }

    private static IEnumerable<(ISymbol Root, SlowWork Work, Location Place)> Reports(
        ILookup<ISymbol, (ISymbol Member, SlowWork Work, Location Place)> work, ILookup<ISymbol, ISymbol> calls)
    {
        foreach (var root in work.Select(w => w.Key).Concat(calls.Select(c => c.Key)).Where(m => StepCode.OwnMoment(m) != Moments.None).Distinct<ISymbol>(SymbolEqualityComparer.Default))
        {
            var reached = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { root };
            var open = new Stack<ISymbol>([root]);
            while (open.Count > 0)
            {
                var member = open.Pop();
                foreach (var (_, slow, place) in work[member])
                    yield return (root, slow, place);
                foreach (var callee in calls[member].Where(reached.Add))
                    open.Push(callee);
            }
        }
    }

    /// <summary>The member, or the local function, that an operation runs with; null inside a lambda.</summary>
    private static ISymbol? MemberOf(IOperation operation, ISymbol member)
    {
        for (var outer = operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IAnonymousFunctionOperation)
                return null;
            if (outer is ILocalFunctionOperation function)
                return function.Symbol;
        }

        return KeyOf(member);
    }

    /// <summary>An accessor stays itself: the initializer of its property runs at another time.</summary>
    private static ISymbol KeyOf(ISymbol member) => member is IMethodSymbol { AssociatedSymbol: null } ? StepCode.KeyOf(member) : member.OriginalDefinition;

    private static ISymbol? Called(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IPropertyReferenceOperation property => property.Property.GetMethod,
        _ => null,
    };
}

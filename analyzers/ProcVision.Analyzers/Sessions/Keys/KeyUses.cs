using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Algorithms;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Collects what a project does with keys; operations come in from many threads.</summary>
internal sealed class KeyUses(SessionSymbols symbols)
{
    private readonly ConcurrentBag<KeyUse> _uses = [];
    private readonly ConcurrentBag<KeySite> _unknownReads = [];
    private readonly ConcurrentBag<KeySite> _unknownWrites = [];
    private readonly ConcurrentBag<INamedTypeSymbol> _callingSteps = [];
    private readonly ConcurrentBag<INamedTypeSymbol> _algorithms = [];
    private int _escapes;

    /// <summary>Every known use, in the order of the text.</summary>
    public IEnumerable<KeyUse> Known => _uses
        .OrderBy(u => u.PlaceOfKey.SourceTree!.FilePath, StringComparer.Ordinal)
        .ThenBy(u => u.PlaceOfKey.SourceSpan.Start);

    /// <summary>Places that read a key nobody knows, or ask for it.</summary>
    public IEnumerable<KeySite> UnknownReads => _unknownReads;

    /// <summary>Places that write a key nobody knows.</summary>
    public IEnumerable<KeySite> UnknownWrites => _unknownWrites;

    public IEnumerable<INamedTypeSymbol> Algorithms => _algorithms;

    /// <summary>Whether a session is handed to code of another assembly, which may write any key.</summary>
    public bool Escape => _escapes != 0;

    /// <summary>Whether code of an algorithm calls a step method by itself, so that steps do not only run in their order.</summary>
    public bool CallsStepsOf(INamedTypeSymbol algorithm) => _callingSteps.Contains(algorithm, SymbolEqualityComparer.Default);

    public void AddType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (symbols.AlgorithmMark(type) is not null)
            _algorithms.Add(type);
    }

    public void AddCall(OperationAnalysisContext context)
    {
        var invocation = (IInvocationOperation)context.Operation;
        if (IsStep(invocation.TargetMethod) && !invocation.Syntax.SyntaxTree.IsGenerated())
            _callingSteps.Add(invocation.TargetMethod.ContainingType);
        if (context.Operation.Syntax.SyntaxTree.IsGenerated() || KeyedCall.Of(invocation, symbols) is not { } call)
            return;
        var site = KeySite.Of(call.Call.Instance, context.ContainingSymbol, symbols);
        if (KeyUse.Of(call, site) is { } use)
            _uses.Add(use);
        else
            (call.Door == KeyedDoor.Set ? _unknownWrites : _unknownReads).Add(site);
    }

    public void AddProperty(OperationAnalysisContext context)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (property.Parent is not INameOfOperation && symbols.IsTypedProperty(property.Property) && !context.Operation.Syntax.SyntaxTree.IsGenerated())
            _uses.Add(KeyUse.Of(property, KeySite.Of(property.Instance, context.ContainingSymbol, symbols) with { Struct = property.Property.ContainingType }));
    }

    /// <summary>A method of a session as a delegate: it may be called with any key.</summary>
    public void AddMethodGroup(OperationAnalysisContext context)
    {
        var method = (IMethodReferenceOperation)context.Operation;
        if (KeyedCall.DoorOf(method.Method, symbols) is { } door)
            (door == KeyedDoor.Set ? _unknownWrites : _unknownReads).Add(KeySite.Of(method.Instance, context.ContainingSymbol, symbols));
        else if (IsStep(method.Method) && !method.Syntax.SyntaxTree.IsGenerated())
            _callingSteps.Add(method.Method.ContainingType);
    }

    public void AddArgument(OperationAnalysisContext context)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (IsWayToSession(ValueOrigin.WithoutConversions(argument.Value).Type)
            && argument.Parameter?.ContainingSymbol.ContainingAssembly is { } assembly
            && !SymbolEqualityComparer.Default.Equals(assembly, symbols.Compilation.Assembly)
            && !SymbolEqualityComparer.Default.Equals(assembly, symbols.Sdk))
            _ = Interlocked.Exchange(ref _escapes, 1);
    }

    private static bool IsStep(IMethodSymbol method) =>
        method is { Parameters: [{ RefKind: RefKind.In, Type.IsRefLikeType: true }] } && StepMethodClassifier.AttributesOf(method).Any();

    private bool IsWayToSession(ITypeSymbol? type) =>
        symbols.IsSession(type) || type.Is(SdkNames.StepStart) || type.Is(SdkNames.StepFinish) || type.Is(SdkNames.ResetContext);
}

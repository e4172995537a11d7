using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Collects what a project does with keys; operations come in from many threads.</summary>
internal sealed class KeyUses(SessionSymbols symbols)
{
    private readonly ConcurrentBag<KeyUse> _uses = [];
    private readonly ConcurrentBag<KeySite> _unknownWrites = [];
    private readonly ConcurrentBag<INamedTypeSymbol> _algorithms = [];
    private int _escapes;

    /// <summary>Every known use, in the order of the text.</summary>
    public IEnumerable<KeyUse> Known => _uses
        .OrderBy(u => u.PlaceOfKey.SourceTree!.FilePath, StringComparer.Ordinal)
        .ThenBy(u => u.PlaceOfKey.SourceSpan.Start);

    /// <summary>Places that write a key nobody knows.</summary>
    public IEnumerable<KeySite> UnknownWrites => _unknownWrites;

    public IEnumerable<INamedTypeSymbol> Algorithms => _algorithms;

    /// <summary>Whether a session is handed to code of another assembly, which may write any key.</summary>
    public bool Escape => _escapes != 0;

    public void AddType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (symbols.AlgorithmMark(type) is not null)
            _algorithms.Add(type);
    }

    public void AddCall(OperationAnalysisContext context)
    {
        if (context.Operation.Syntax.SyntaxTree.IsGenerated() || KeyedCall.Of((IInvocationOperation)context.Operation, symbols) is not { } call)
            return;
        var site = KeySite.Of(call.Call.Instance, context.ContainingSymbol, symbols);
        if (KeyUse.Of(call, site) is { } use)
            _uses.Add(use);
        else if (call.Door == KeyedDoor.Set)
            _unknownWrites.Add(site);
    }

    public void AddProperty(OperationAnalysisContext context)
    {
        var property = (IPropertyReferenceOperation)context.Operation;
        if (!context.Operation.Syntax.SyntaxTree.IsGenerated() && symbols.IsTypedProperty(property.Property))
            _uses.Add(KeyUse.Of(property, KeySite.Of(property.Instance, context.ContainingSymbol, symbols) with { Struct = property.Property.ContainingType }));
    }

    /// <summary>A method of a session as a delegate: it may be called with any key.</summary>
    public void AddMethodGroup(OperationAnalysisContext context)
    {
        var method = (IMethodReferenceOperation)context.Operation;
        if (KeyedCall.DoorOf(method.Method, symbols) is not null)
            _unknownWrites.Add(KeySite.Of(method.Instance, context.ContainingSymbol, symbols));
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

    private bool IsWayToSession(ITypeSymbol? type) =>
        symbols.IsSession(type) || type.Is(SdkNames.StepStart) || type.Is(SdkNames.StepFinish) || type.Is(SdkNames.ResetContext);
}

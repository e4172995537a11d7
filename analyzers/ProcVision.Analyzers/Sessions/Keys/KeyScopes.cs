using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Algorithms;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>
/// Which places of a project work on one and the same session. Code outside of an algorithm class, as that of a library or a test, belongs to the only
/// algorithm there is; where there are none or several, only what one member does with one variable is sure to be the same session.
/// </summary>
internal sealed class KeyScopes
{
    private readonly List<(INamedTypeSymbol Class, INamedTypeSymbol? Session)> _algorithms;

    public KeyScopes(IEnumerable<INamedTypeSymbol> algorithms, SessionSymbols symbols) =>
        _algorithms = [.. algorithms.OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => (a, SessionOf(a, symbols)))];

    public IEnumerable<INamedTypeSymbol> Algorithms => _algorithms.Select(a => a.Class);

    /// <summary>The algorithm a place belongs to; null when that is not sure.</summary>
    public INamedTypeSymbol? AlgorithmOf(KeySite site)
    {
        if (site.Algorithm is not null)
            return site.Algorithm;
        if (site.Struct is null)
            return _algorithms is [var only] ? only.Class : null;
        return OwnersOf(site.Struct) is [var owner] ? owner : null;
    }

    /// <summary>The algorithms of one of which a place is sure to be: the one it belongs to, or those that have its session struct; none when that is not sure.</summary>
    public IReadOnlyList<INamedTypeSymbol> OwnersOf(KeySite site) =>
        AlgorithmOf(site) is { } algorithm ? [algorithm] : site.Struct is { } session ? OwnersOf(session) : [];

    /// <summary>Whether a place is sure to belong to an algorithm.</summary>
    public bool IsOf(KeySite site, INamedTypeSymbol algorithm) => SymbolEqualityComparer.Default.Equals(AlgorithmOf(site), algorithm);

    /// <summary>Whether a place may belong to an algorithm.</summary>
    public bool MayBeOf(KeySite site, INamedTypeSymbol algorithm) => AlgorithmOf(site) is not { } owner || SymbolEqualityComparer.Default.Equals(owner, algorithm);

    /// <summary>A name for the session of a place: places of one name work on the same one.</summary>
    public string NameOf(KeySite site) => AlgorithmOf(site) is { } algorithm
        ? algorithm.ToDisplayString()
        : $"{site.Member.ToDisplayString()} {site.Receiver?.ToDisplayString()}";

    /// <summary>The session struct of a place; null when only keys are used there.</summary>
    public INamedTypeSymbol? StructOf(KeySite site) => site.Struct
        ?? _algorithms.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Class, AlgorithmOf(site))).Session;

    private List<INamedTypeSymbol> OwnersOf(INamedTypeSymbol session) =>
        [.. _algorithms.Where(a => SymbolEqualityComparer.Default.Equals(a.Session, session)).Select(a => a.Class)];

    private static INamedTypeSymbol? SessionOf(INamedTypeSymbol algorithm, SessionSymbols symbols) =>
        symbols.AlgorithmMark(algorithm)?.NamedArguments.FirstOrDefault(a => a.Key == AlgorithmArgument.Session).Value.Value is INamedTypeSymbol type
        && symbols.IsTypedSession(type)
            ? type
            : null;
}

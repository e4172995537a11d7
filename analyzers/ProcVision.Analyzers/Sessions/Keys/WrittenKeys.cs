using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Finds keys that an algorithm reads although nothing ever writes them: the step that reads sees the absent value in every detection.</summary>
internal static class WrittenKeys
{
    public static IEnumerable<Diagnostic> Compare(KeyUses uses, KeyScopes scopes, SessionSymbols symbols)
    {
        if (uses.Escape)
            yield break;
        var known = uses.Known.ToList();
        var written = scopes.Algorithms.ToDictionary<INamedTypeSymbol, ISymbol, HashSet<string>?>(a => a, KeysOf, SymbolEqualityComparer.Default);
        foreach (var use in known.Where(u => u.IsRead))
        {
            var owners = scopes.OwnersOf(use.Site);
            var keys = owners.Select(o => written.TryGetValue(o, out var found) ? found : null).ToList();
            if (keys.Count > 0 && keys.TrueForAll(k => k?.Contains(use.Key) == false))
            {
                string names = string.Join("' or '", owners.Select(o => o.Name));
                yield return Diagnostic.Create(KeyRules.NeverWritten, use.PlaceOfKey, use.Kind, use.Key, names, Cure(use.Key, keys.SelectMany(k => k!)));
            }
        }

        // Null where somebody may write keys that nobody sees here.
        HashSet<string>? KeysOf(INamedTypeSymbol algorithm) =>
            IsBasedElsewhere(algorithm, symbols) || uses.UnknownWrites.Any(s => scopes.MayBeOf(s, algorithm))
                ? null
                : new(known.Where(u => u.IsWritten && scopes.MayBeOf(u.Site, algorithm)).Select(u => u.Key), StringComparer.Ordinal);
    }

    /// <summary>Whether a base class of another assembly may write keys in its hooks.</summary>
    public static bool IsBasedElsewhere(INamedTypeSymbol algorithm, SessionSymbols symbols)
    {
        for (var type = algorithm.BaseType; type is { SpecialType: not SpecialType.System_Object }; type = type.BaseType)
        {
            if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, symbols.Compilation.Assembly))
                return true;
        }

        return false;
    }

    private static string Cure(string key, IEnumerable<string> written)
    {
        string plain = Plain(key);
        string? meant = written.Where(w => Plain(w) == plain || IsNear(w, key)).OrderBy(w => w, StringComparer.Ordinal).FirstOrDefault();
        return meant is null ? "Write it in an earlier step, or do not read it" : $"Write it in an earlier step, or read '{meant}', which is written";
    }

    private static string Plain(string key) => key.Replace("_", "").Replace("-", "").ToUpperInvariant();

    /// <summary>Whether two keys of some length differ in one letter that is there, missing or another, or in the order of two neighbours.</summary>
    private static bool IsNear(string one, string other)
    {
        if (one.Length > other.Length)
            (one, other) = (other, one);
        if (one.Length < 4 || other.Length - one.Length > 1)
            return false;
        int start = 0;
        while (start < one.Length && one[start] == other[start])
            start++;
        if (one.Length == other.Length && start + 1 < one.Length && one[start] == other[start + 1] && one[start + 1] == other[start])
            return string.CompareOrdinal(one, start + 2, other, start + 2, other.Length) == 0;
        int rest = start + (one.Length == other.Length ? 1 : 0);
        return string.CompareOrdinal(one, rest, other, start + 1, other.Length) == 0;
    }
}

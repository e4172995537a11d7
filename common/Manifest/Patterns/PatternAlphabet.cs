using System.Text.RegularExpressions;

namespace ProcVision.Manifests;

/// <summary>The characters by which the classes of a pattern are told apart: ASCII, some of every kind beyond, and the pattern's own.</summary>
/// <param name="pattern">The pattern.</param>
internal sealed class PatternAlphabet(string pattern)
{
    private const string Beyond = "\u00A0\u00B2\u00E9\u00C9\u03A9\u03C9\u0416\u0436\u0661\u203F\u2028\u3000\u3042\u4E2D\u6599\uAC00\uFF21\uFF41\uFF11\uD83D\uDE00\u20AC\u0301\u00DF\u0130\u0131";
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly string _characters = new([.. Enumerable.Range(0, 128).Select(static c => (char)c).Concat(Beyond).Concat(pattern).Distinct()]);
    private readonly Dictionary<string, HashSet<char>> _known = new(StringComparer.Ordinal);

    /// <summary>What a character or class matches, as .NET sees it.</summary>
    public HashSet<char> MatchedBy(string source)
    {
        if (_known.TryGetValue(source, out var found))
            return found;
        var regex = new Regex(@"\A(?:" + source + @")\z", RegexOptions.CultureInvariant, Patience);
        found = new(_characters.Where(c => regex.IsMatch(c.ToString())));
        _known.Add(source, found);
        return found;
    }
}

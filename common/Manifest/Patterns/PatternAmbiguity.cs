namespace ProcVision.Manifests;

/// <summary>
/// Finds repeated groups that can match one text in exponentially many ways: all of which a backtracking matcher tries before it says no,
/// as with <c>(a+)+$</c>. The exact criterion for a pattern without look-around and references: some character comes back to itself over
/// the same text by two ways. So <c>(a+b)+</c> is not one of them.
/// </summary>
internal static class PatternAmbiguity
{
    /// <summary>The stretch of the smallest such group; null when there is none, or the pattern is not understood.</summary>
    public static (int Start, int Length)? Find(string pattern)
    {
        if (PatternParser.Parse(pattern) is not { HasLoops: true } graph)
            return null;

        int count = graph.Characters.Count;
        int[] component = Components(graph, pattern);
        var closed = new HashSet<int>(Enumerable.Range(0, count).Select(c => component[(c * count) + c]));
        for (int node = 0; node < component.Length; node++)
        {
            if (node / count != node % count && closed.Contains(component[node]))
                return graph.LoopOf(node / count, node % count);
        }

        foreach (var ((from, to), ways) in graph.Ways.OrderBy(static w => w.Key).Select(static w => (w.Key, w.Value)))
        {
            if (ways > 1 && component[(from * count) + from] == component[(to * count) + to])
                return graph.LoopOf(from, to);
        }

        return null;
    }

    /// <summary>
    /// A node is two walks through the pattern over one text: the character that the first has just matched, and that of the second.
    /// Nodes of one component are reached from each other.
    /// </summary>
    private static int[] Components(PatternGraph graph, string pattern)
    {
        int count = graph.Characters.Count;
        var follows = new HashSet<(int, int)>(graph.Ways.Keys);
        var next = graph.Ways.Keys.ToLookup(static w => w.From, static w => w.To);
        int[][] alike = Alike(graph.Characters, new(pattern));
        return StrongComponents.Of(count * count, node => Steps(node / count, node % count));

        IEnumerable<int> Steps(int one, int other)
        {
            foreach (int a in next[one])
            {
                foreach (int b in alike[a])
                {
                    if (follows.Contains((other, b)))
                        yield return (a * count) + b;
                }
            }
        }
    }

    /// <summary>For each character or class the ones with which it has a character in common.</summary>
    private static int[][] Alike(IReadOnlyList<string> characters, PatternAlphabet alphabet)
    {
        var sets = characters.Select(alphabet.MatchedBy).ToArray();
        return [.. sets.Select(a => Enumerable.Range(0, sets.Length).Where(i => a.Overlaps(sets[i])).ToArray())];
    }
}

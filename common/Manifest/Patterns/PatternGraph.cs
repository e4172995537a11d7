namespace ProcVision.Manifests;

/// <summary>Which character of a regular expression can follow which, and in how many ways.</summary>
internal sealed class PatternGraph
{
    private readonly List<string> _characters = [];
    private readonly Dictionary<(int From, int To), int> _ways = [];
    private readonly List<(int Start, int Length, int From, int To)> _loops = [];

    /// <summary>The source of each character or class, for example <c>\d</c>.</summary>
    public IReadOnlyList<string> Characters => _characters;

    /// <summary>How often <c>To</c> can directly follow <c>From</c>: more than once is two ways to match one text.</summary>
    public IReadOnlyDictionary<(int From, int To), int> Ways => _ways;

    /// <summary>Whether a group is repeated; without, no text can be matched in very many ways.</summary>
    public bool HasLoops => _loops.Count > 0;

    public PatternFragment Add(string character)
    {
        _characters.Add(character);
        int[] self = [_characters.Count - 1];
        return new(self, self, false);
    }

    /// <summary>Makes one class of the last two characters, to which nothing is connected yet.</summary>
    public void JoinLast()
    {
        int last = _characters.Count - 1;
        _characters[last - 1] += "|" + _characters[last];
        _characters.RemoveAt(last);
    }

    public void Connect(IReadOnlyList<int> last, IReadOnlyList<int> first)
    {
        foreach (int from in last)
        {
            foreach (int to in first)
                _ways[(from, to)] = _ways.TryGetValue((from, to), out int ways) ? ways + 1 : 1;
        }
    }

    /// <summary>Notes a repeated group: where it stands, and that its characters are those from <paramref name="from"/> on.</summary>
    public void AddLoop(int start, int length, int from) => _loops.Add((start, length, from, _characters.Count));

    /// <summary>The smallest repeated group that holds both characters.</summary>
    public (int Start, int Length)? LoopOf(int one, int other) => _loops
        .Where(l => l.From <= Math.Min(one, other) && Math.Max(one, other) < l.To)
        .OrderBy(static l => l.Length)
        .Select(static l => ((int, int)?)(l.Start, l.Length))
        .FirstOrDefault();
}

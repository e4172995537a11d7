namespace ProcVision.Cli;

/// <summary>Two packages over the same pictures.</summary>
internal sealed class Comparison(string a, string b, IReadOnlyList<ComparedItem> items, int planned)
{
    /// <summary>Name and version of the first.</summary>
    public string A => a;

    public string B => b;

    public IReadOnlyList<ComparedItem> Items => items;

    public int Planned => planned;

    public bool IsPartial => items.Count < planned;

    public IReadOnlyList<ComparedItem> Differences { get; } = [.. items.Where(static item => !item.IsSame)];

    /// <summary>Whether nothing differs, and nothing failed on both alike: two that cannot inspect a picture have not been compared on it.</summary>
    public bool IsSame => Differences.Count == 0 && items.All(static item => item.A.Outcome != Runner.DetectionOutcome.Error);

    public SeriesSummary SummaryA { get; } = new([.. items.Select(static item => item.A)], planned, TimeSpan.Zero);

    public SeriesSummary SummaryB { get; } = new([.. items.Select(static item => item.B)], planned, TimeSpan.Zero);

    /// <summary>The times of each call that both have, or one of them.</summary>
    public IEnumerable<(int Step, string Phase, CallTimes? A, CallTimes? B)> Calls => SummaryA.Calls.Concat(SummaryB.Calls)
        .Select(static call => (call.Step, call.Phase)).Distinct()
        .Select(key => (key.Step, key.Phase, Of(SummaryA, key), Of(SummaryB, key)));

    private static CallTimes? Of(SeriesSummary summary, (int Step, string Phase) key) => summary.Calls.FirstOrDefault(call => (call.Step, call.Phase) == key);
}

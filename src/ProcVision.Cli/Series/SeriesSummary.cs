using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A series in numbers.</summary>
internal sealed class SeriesSummary
{
    private const int SlowestShown = 5;

    public SeriesSummary(IReadOnlyList<SeriesItem> items, int planned, TimeSpan elapsed)
    {
        Items = items;
        Planned = planned;
        Elapsed = elapsed;
        Calls =
        [
            .. items.SelectMany(static item => item.Calls).GroupBy(static call => (call.Step, call.Phase))
                .OrderBy(static group => group.Key.Step).ThenByDescending(static group => group.Key.Phase, StringComparer.Ordinal)
                .Select(static group => CallTimes.Of(group.Key.Step, group.Key.Phase, group.Select(static call => call.Elapsed))),
        ];
        Slowest = [.. items.Where(static item => item.Calls.Count > 0).OrderByDescending(static item => item.Elapsed).Take(SlowestShown)];
        Unsteady =
        [
            .. items.GroupBy(static item => item.Path).Where(static group => group.Select(static item => (item.Outcome, item.ErrorCode)).Distinct().Count() > 1)
                .Select(static group => (group.Key, string.Join(' ', group.Select(static item => item.Word)))),
        ];
    }

    public IReadOnlyList<SeriesItem> Items { get; }

    /// <summary>How many there were to be.</summary>
    public int Planned { get; }

    public TimeSpan Elapsed { get; }

    /// <summary>The times of each step and phase.</summary>
    public IReadOnlyList<CallTimes> Calls { get; }

    public IReadOnlyList<SeriesItem> Slowest { get; }

    /// <summary>Pictures whose verdict changed from one repetition to the next, with their verdicts.</summary>
    public IReadOnlyList<(string Path, string Words)> Unsteady { get; }

    public bool IsPartial => Items.Count < Planned;

    public double PerSecond => Elapsed > TimeSpan.Zero ? Items.Count / Elapsed.TotalSeconds : 0;

    public int Count(DetectionOutcome outcome) => Items.Count(item => item.Outcome == outcome);
}

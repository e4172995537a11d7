namespace ProcVision.Cli;

/// <summary>The times of one phase of one step over a series.</summary>
/// <param name="Step">Its index.</param>
/// <param name="Phase"><c>pre_execute</c> or <c>execute</c>.</param>
/// <param name="Count">How many calls.</param>
/// <param name="P50">Half of them were no slower.</param>
/// <param name="P99">99 of 100 were no slower.</param>
/// <param name="Most">The slowest.</param>
internal sealed record CallTimes(int Step, string Phase, int Count, TimeSpan P50, TimeSpan P99, TimeSpan Most)
{
    public static CallTimes Of(int step, string phase, IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return new(step, phase, sorted.Length, Rank(sorted, 0.50), Rank(sorted, 0.99), sorted[^1]);
    }

    /// <summary>The nearest rank: a time that was measured, and none between two.</summary>
    internal static TimeSpan Rank(TimeSpan[] sorted, double part) => sorted[Math.Clamp((int)Math.Ceiling(part * sorted.Length) - 1, 0, sorted.Length - 1)];
}

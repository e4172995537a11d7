namespace ProcVision.Cli;

/// <summary>One thing that was measured; less is better.</summary>
/// <param name="Name">For scripts and baselines, for example <c>step_1_execute_p50_ms</c>; its end is the unit.</param>
/// <param name="Value">In milliseconds or bytes.</param>
/// <param name="Baseline">The value to compare with; null when there is none.</param>
internal sealed record BenchFigure(string Name, double Value, double? Baseline = null)
{
    /// <summary>What a clock, a scheduler and an allocator change from one run to the next: no regression, whatever the ratio.</summary>
    private const double NoiseMs = 0.2, NoiseBytes = 1 << 20;

    public bool IsBytes => Name.EndsWith("_bytes", StringComparison.Ordinal);

    /// <summary>How many times the baseline; null where there is nothing to compare with.</summary>
    public double? Ratio => Baseline is > 0 ? Value / Baseline : null;

    /// <summary>Two of two hundred calls say more about the machine than about the algorithm: shown, and not judged.</summary>
    private bool IsJudged => !Name.EndsWith("_p99_ms", StringComparison.Ordinal);

    /// <summary>Whether it is more than the baseline allows, and by more than noise.</summary>
    public bool IsRegression(double tolerance) =>
        IsJudged && Baseline is { } before && Value > before * (1 + tolerance) && Value - before > (IsBytes ? NoiseBytes : NoiseMs);

    public string Text => IsBytes ? Shown.Bytes((long)Value) : Value.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture) + " ms";
}

namespace ProcVision.Runner;

/// <summary>
/// The failures of a process that count: in a row, for the time to wait before a restart; within a window, for the breaker (conformance 331, 332).
/// Not thread-safe.
/// </summary>
internal sealed class CrashHistory(SupervisionOptions options, TimeProvider clock)
{
    private readonly Queue<long> _times = new();

    /// <summary>Failures since the last good answer.</summary>
    public int InARow { get; private set; }

    /// <summary>What to wait before the next start.</summary>
    public TimeSpan Backoff => InARow == 0 ? TimeSpan.Zero : options.BackoffOf(InARow - 1);

    /// <summary>Counts a failure. Returns why the breaker opens; null when it does not.</summary>
    public string? Add()
    {
        InARow++;
        long now = clock.GetTimestamp();
        _times.Enqueue(now);
        while (clock.GetElapsedTime(_times.Peek(), now) > options.BreakerWindow || _times.Count > options.BreakerCrashes)
            _times.Dequeue();
        return _times.Count >= options.BreakerCrashes ? $"{options.BreakerWindow.TotalSeconds:0.###} 秒内失败 {options.BreakerCrashes} 次"
            : InARow > options.Restarts ? $"连续重启 {options.Restarts} 次后仍然失败"
            : null;
    }

    /// <summary>It has answered well: what was before no longer makes it wait.</summary>
    public void Forgive() => InARow = 0;

    /// <summary>Somebody has looked after it: everything begins anew.</summary>
    public void Clear()
    {
        InARow = 0;
        _times.Clear();
    }

    /// <summary>The breaker's pause is over: one more failure, and it is open again.</summary>
    public void Try()
    {
        _times.Clear();
        InARow = options.Restarts;
    }
}

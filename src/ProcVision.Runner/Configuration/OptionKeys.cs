namespace ProcVision.Runner;

/// <summary>Every key that this Runner minds: those of conformance 483–487, and names of our own for what has none there (conformance 496).</summary>
internal static class OptionKeys
{
    /// <summary>A day: whoever waits longer has mistyped.</summary>
    private const long LongestMs = 86_400_000;

    private const int MostTimes = 1_000_000;

    public static IReadOnlyList<OptionKey> All { get; } =
    [
        Time("pre_execute_timeout_ms", 1, static t => t.PreExecute, static (t, v) => t with { PreExecute = v }),
        Time("execute_timeout_ms", 1, static t => t.Execute, static (t, v) => t with { Execute = v }),
        Time("heartbeat_interval_ms", 10, static t => t.HeartbeatInterval, static (t, v) => t with { HeartbeatInterval = v }),
        Time("heartbeat_grace_ms", 1, static t => t.HeartbeatGrace, static (t, v) => t with { HeartbeatGrace = v }),
        Time("handshake_timeout_ms", 1, static t => t.Handshake, static (t, v) => t with { Handshake = v }),
        Time("info_timeout_ms", 1, static t => t.Info, static (t, v) => t with { Info = v }),
        Time("shutdown_grace_ms", 0, static t => t.ShutdownGrace, static (t, v) => t with { ShutdownGrace = v }),
        Time("kill_grace_ms", 0, static t => t.TerminateGrace, static (t, v) => t with { TerminateGrace = v }),
        Count("max_retries", 0, static s => s.MaxRetries, static (s, v) => s with { MaxRetries = v }),
        Count("max_restarts", 0, static s => s.Restarts, static (s, v) => s with { Restarts = v }),
        Count("breaker_crashes", 1, static s => s.BreakerCrashes, static (s, v) => s with { BreakerCrashes = v }),
        Count("heartbeat_misses", 1, static s => s.HeartbeatMisses, static (s, v) => s with { HeartbeatMisses = v }),
        new("breaker_window_ms", 1, LongestMs,
            static o => [Ms(o.Supervision.BreakerWindow)],
            static (o, v) => o with { Supervision = o.Supervision with { BreakerWindow = TimeSpan.FromMilliseconds(v[0]) } }),
        new("breaker_pause_ms", 0, LongestMs,
            static o => o.Supervision.BreakerPause is { } pause ? [Ms(pause)] : [],
            static (o, v) => o with { Supervision = o.Supervision with { BreakerPause = TimeSpan.FromMilliseconds(v[0]) } }),
        new("restart_backoff_ms", 0, LongestMs,
            static o => [.. o.Supervision.Backoff.Select(Ms)],
            static (o, v) => o with { Supervision = o.Supervision with { Backoff = [.. v.Select(static ms => TimeSpan.FromMilliseconds(ms))] } })
        { IsList = true },
    ];

    private static OptionKey Time(string name, long least, Func<RunnerTimings, TimeSpan> get, Func<RunnerTimings, TimeSpan, RunnerTimings> set) => new(
        name, least, LongestMs, options => [Ms(get(options.Timings))], (options, v) => options with { Timings = set(options.Timings, TimeSpan.FromMilliseconds(v[0])) });

    private static OptionKey Count(string name, long least, Func<SupervisionOptions, int> get, Func<SupervisionOptions, int, SupervisionOptions> set) => new(
        name, least, MostTimes, options => [get(options.Supervision)], (options, v) => options with { Supervision = set(options.Supervision, (int)v[0]) });

    private static long Ms(TimeSpan time) => (long)time.TotalMilliseconds;
}

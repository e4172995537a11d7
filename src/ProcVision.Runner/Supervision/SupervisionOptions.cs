namespace ProcVision.Runner;

/// <summary>When a supervised algorithm is called again, started again, and given up. The defaults are the specification's (C47).</summary>
public sealed record SupervisionOptions
{
    /// <summary>How often a call is made again after a failure that may pass, from 0: 2 (conformance 330).</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>Restarts one after the other without a good answer in between, from 0; one more failure opens the breaker: 3 (conformance 331).</summary>
    public int Restarts { get; init; } = 3;

    /// <summary>What is waited before the first, second, … restart; the last one counts for all later ones: at once, 1 s, 5 s (C47).</summary>
    public IReadOnlyList<TimeSpan> Backoff { get; init; } = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)];

    /// <summary>Failures of the process within <see cref="BreakerWindow"/> that open the breaker, from 1: 5 (conformance 332).</summary>
    public int BreakerCrashes { get; init; } = 5;

    /// <summary>In which time <see cref="BreakerCrashes"/> count: 60 s (conformance 332).</summary>
    public TimeSpan BreakerWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an open breaker refuses calls before one is tried; null: until <see cref="SupervisedAlgorithm.ResumeAsync"/> (conformance 332 leaves it to a person).</summary>
    public TimeSpan? BreakerPause { get; init; }

    /// <summary>Pings without a pong, one after the other, that make an idle algorithm count as stuck, from 1: 2 (conformance 286).</summary>
    public int HeartbeatMisses { get; init; } = 2;

    /// <summary>Whether a process that dies between two calls is replaced at once; if not, when the next call comes. A tool that makes one detection needs no other process behind it.</summary>
    public bool RestartWhenIdle { get; init; } = true;

    internal TimeSpan BackoffOf(int restart) => Backoff.Count == 0 ? TimeSpan.Zero : Backoff[Math.Min(restart, Backoff.Count - 1)];
}

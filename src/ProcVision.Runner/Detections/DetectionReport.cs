namespace ProcVision.Runner;

/// <summary>What came of a detection.</summary>
/// <param name="Session">Its session.</param>
/// <param name="Steps">Every step that was asked for, in order, also those not run.</param>
/// <param name="Elapsed">From the first call to the last answer.</param>
public sealed record DetectionReport(SessionIdentity Session, IReadOnlyList<StepReport> Steps, TimeSpan Elapsed)
{
    /// <summary>
    /// What the algorithm kept of it, also after an ERROR; empty when it keeps nothing. Out of the session's region this is so even when the algorithm has
    /// died; without a region it is then empty, and where the algorithm does not tell.
    /// </summary>
    public IReadOnlyList<SessionValue> SessionValues { get; init; } = [];

    /// <summary>The session as <see cref="SessionArchive"/> keeps it, UTF-8 JSON; null when it was not asked for, or cannot be had.</summary>
    public ReadOnlyMemory<byte>? Archive { get; init; }

    /// <summary>How it ended.</summary>
    public DetectionOutcome Outcome =>
        Steps.Any(static step => step.IsError) ? DetectionOutcome.Error
        : Steps.Any(static step => step.Execute?.Verdict == Verdict.Ng) ? DetectionOutcome.Ng
        : DetectionOutcome.Ok;

    /// <summary>The last step of which anything was called; null when there is none.</summary>
    public StepReport? LastRun => Steps.LastOrDefault(static step => step.PreExecute is not null);
}

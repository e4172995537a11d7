namespace ProcVision.Runner;

/// <summary>What a detection is to do.</summary>
public sealed record DetectionRequest
{
    /// <summary>The session of all calls; its product is the pid.</summary>
    public required SessionIdentity Session { get; init; }

    /// <summary>The picture of all calls.</summary>
    public required HandedImage Image { get; init; }

    /// <summary>The steps in the order they run in.</summary>
    public required IReadOnlyList<DetectionStep> Steps { get; init; }

    /// <summary>How long each call may take; null for the limits of the algorithm.</summary>
    public TimeSpan? Limit { get; init; }

    /// <summary>Where the session's values are kept, if the algorithm takes it; null: it keeps them itself.</summary>
    public SessionRegion? Region { get; init; }

    /// <summary>Whether <see cref="DetectionReport.Archive"/> is wanted; only a <see cref="Region"/> can be archived.</summary>
    public bool Archive { get; init; }

    /// <summary>Gets a line for everything odd that does no harm, for example a value of the session that could not be read.</summary>
    public Action<string>? Log { get; init; }
}

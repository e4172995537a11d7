namespace ProcVision.Cli;

/// <summary>What <c>procvision validate</c> was asked for.</summary>
internal sealed record ValidateRequest
{
    /// <summary>A project, a published folder, an executable, a Python package, or a zip.</summary>
    public required string Target { get; init; }

    /// <summary>The manifest to take; null when it is to be found.</summary>
    public string? Manifest { get; init; }

    /// <summary>Whether the longer list is wanted.</summary>
    public bool Full { get; init; }

    /// <summary>A picture for the trial; null for a black one.</summary>
    public string? Image { get; init; }

    /// <summary>Whether stdout is JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether a warning fails.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether the algorithm's own lines are shown.</summary>
    public bool TailLogs { get; init; }

    /// <summary>The interpreter of a Python package; null for its own.</summary>
    public string? Python { get; init; }
}

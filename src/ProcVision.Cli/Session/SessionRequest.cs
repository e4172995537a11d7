namespace ProcVision.Cli;

/// <summary>What <c>procvision session</c> was asked for.</summary>
internal sealed record SessionRequest
{
    /// <summary>A name or a path; null for a list.</summary>
    public string? Region { get; init; }

    /// <summary>The process whose regions are meant; null when none was named.</summary>
    public int? ProcessId { get; init; }

    /// <summary>Whether stdout is JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether to look again and again.</summary>
    public bool Watch { get; init; }
}

namespace ProcVision.Cli;

/// <summary>What <c>procvision run</c> was asked for.</summary>
internal sealed record RunRequest
{
    /// <summary>A project, a folder with an executable, or the executable.</summary>
    public required string Target { get; init; }

    /// <summary>The product; empty for the first of the only manifest.</summary>
    public required string Pid { get; init; }

    /// <summary>Pictures, folders of pictures, and patterns; at least one.</summary>
    public required IReadOnlyList<string> Images { get; init; }

    /// <summary>How often all of them are inspected.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Whether the algorithm's own lines are shown as they come.</summary>
    public bool TailLogs { get; init; }

    /// <summary>The manifest to take; null when it is to be found.</summary>
    public string? Manifest { get; init; }

    /// <summary>The other package, to compare with; null for none.</summary>
    public string? Compare { get; init; }

    /// <summary>Whether it is run again after every change, until Ctrl-C.</summary>
    public bool Watch { get; init; }

    /// <summary>The only step to run; null for all.</summary>
    public int? Step { get; init; }

    /// <summary>JSON, or <c>@file</c>; null for none.</summary>
    public string? Parameters { get; init; }

    /// <summary>Whether stdout is JSON.</summary>
    public bool Json { get; init; }

    /// <summary>The HTML file that shows the inspection; null for none.</summary>
    public string? Report { get; init; }

    /// <summary>How often a call is made again after a failure that may pass.</summary>
    public int Retries { get; init; }

    /// <summary>The interpreter of a Python package; null for that of its own environment.</summary>
    public string? Python { get; init; }

    /// <summary>How long each call may take; null for the specification's limits.</summary>
    public TimeSpan? Limit { get; init; }
}

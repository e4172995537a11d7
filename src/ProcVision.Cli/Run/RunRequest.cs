namespace ProcVision.Cli;

/// <summary>What <c>procvision run</c> was asked for.</summary>
internal sealed record RunRequest
{
    /// <summary>A project, a folder with an executable, or the executable.</summary>
    public required string Target { get; init; }

    public required string Pid { get; init; }

    /// <summary>The picture's path.</summary>
    public required string Image { get; init; }

    /// <summary>The manifest to take; null when it is to be found.</summary>
    public string? Manifest { get; init; }

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

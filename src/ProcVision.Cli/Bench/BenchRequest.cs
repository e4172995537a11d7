namespace ProcVision.Cli;

/// <summary>What <c>procvision bench</c> was asked for.</summary>
internal sealed record BenchRequest
{
    /// <summary>What is measured.</summary>
    public required string Target { get; init; }

    /// <summary>The picture of every detection.</summary>
    public required string Image { get; init; }

    /// <summary>The product; null for the manifest's first.</summary>
    public string? Pid { get; init; }

    /// <summary>JSON, or <c>@file</c>; null for none.</summary>
    public string? Parameters { get; init; }

    /// <summary>Detections that are measured.</summary>
    public int Count { get; init; }

    /// <summary>Processes that are started.</summary>
    public int Starts { get; init; }

    /// <summary>The file that gets the figures; null for none.</summary>
    public string? Save { get; init; }

    /// <summary>The file to compare with; null for none.</summary>
    public string? Baseline { get; init; }

    /// <summary>How much more than the baseline is allowed; 0.25 is a quarter.</summary>
    public double Tolerance { get; init; }

    /// <summary>The interpreter of a Python package; null for its own.</summary>
    public string? Python { get; init; }

    /// <summary>Whether stdout is JSON.</summary>
    public bool Json { get; init; }
}

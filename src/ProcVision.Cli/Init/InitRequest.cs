namespace ProcVision.Cli;

/// <summary>What <c>procvision init</c> was asked for.</summary>
internal sealed record InitRequest
{
    /// <summary>As the user wrote it: anything.</summary>
    public required string Name { get; init; }

    /// <summary>The new project's folder; null for one of its name.</summary>
    public string? Folder { get; init; }

    /// <summary>With commas between; null for the placeholder.</summary>
    public string? Pids { get; init; }

    public required string Version { get; init; }

    /// <summary>Null for one made from the name.</summary>
    public string? Description { get; init; }

    /// <summary>Whether files that are there may be replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether stdout is JSON.</summary>
    public bool Json { get; init; }
}

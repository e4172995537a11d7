namespace ProcVision.Cli;

/// <summary>What <c>procvision package</c> was asked for.</summary>
internal sealed record PackageRequest
{
    /// <summary>A project's folder or file.</summary>
    public required string Project { get; init; }

    /// <summary>The zip or its folder; null for this folder.</summary>
    public string? Output { get; init; }

    /// <summary>For which machines.</summary>
    public required IReadOnlyList<string> Rids { get; init; }

    /// <summary>Whether it carries what today's platform needs to install it.</summary>
    public bool ForPlatform { get; init; }

    /// <summary>The manifest to take; null when it is to be found.</summary>
    public string? Manifest { get; init; }

    /// <summary>Whether a folder is wanted in place of a zip.</summary>
    public bool AsDirectory { get; init; }

    /// <summary>The file of the private key; null for no signature.</summary>
    public string? Key { get; init; }

    /// <summary>Whether a package that is there is replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether stdout is JSON.</summary>
    public bool Json { get; init; }
}

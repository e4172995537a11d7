namespace ProcVision.Manifests;

/// <summary>A parameter that the platform's user sets; one record per type, so that no limit can stand where it has no meaning.</summary>
internal abstract record ManifestParam
{
    public abstract ParamKind Kind { get; }

    public required string Key { get; init; }

    /// <summary>Whether a call without it is refused (1006). A required parameter may have a default: a proposal for the user.</summary>
    public bool Required { get; init; }

    /// <summary>Unit of the value, for example <c>ms</c>.</summary>
    public string? Unit { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether the parameter has a default.</summary>
    public abstract bool HasDefault { get; }
}

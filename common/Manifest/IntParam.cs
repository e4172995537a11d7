namespace ProcVision.Manifests;

/// <summary>A whole number (conformance 120).</summary>
internal sealed record IntParam : ManifestParam
{
    public override ParamKind Kind => ParamKind.Int;

    public long? Default { get; init; }

    /// <summary>The smallest value accepted.</summary>
    public long? Min { get; init; }

    /// <summary>The largest value accepted.</summary>
    public long? Max { get; init; }

    /// <summary>Whether a value outside the limits is clipped with a warning instead of refused (C12).</summary>
    public bool Clamp { get; init; }

    public override bool HasDefault => Default is not null;
}

namespace ProcVision.Manifests;

/// <summary>A finite number (conformance 121).</summary>
internal sealed record FloatParam : ManifestParam
{
    public override ParamKind Kind => ParamKind.Float;

    public double? Default { get; init; }

    /// <summary>The smallest value accepted.</summary>
    public double? Min { get; init; }

    /// <summary>The largest value accepted.</summary>
    public double? Max { get; init; }

    /// <summary>Whether a value outside the limits is clipped with a warning instead of refused (C12).</summary>
    public bool Clamp { get; init; }

    public override bool HasDefault => Default is not null;
}

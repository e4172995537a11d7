namespace ProcVision.Manifests;

/// <summary>A truth value (conformance 124).</summary>
internal sealed record BoolParam : ManifestParam
{
    public override ParamKind Kind => ParamKind.Bool;

    public bool? Default { get; init; }

    public override bool HasDefault => Default is not null;
}

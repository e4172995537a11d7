namespace ProcVision.Manifests;

/// <summary>A rectangle in pixels (conformance 122).</summary>
internal sealed record RectParam : ManifestParam
{
    public override ParamKind Kind => ParamKind.Rect;

    public ManifestRect? Default { get; init; }

    public override bool HasDefault => Default is not null;
}

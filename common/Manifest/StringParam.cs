namespace ProcVision.Manifests;

/// <summary>A text (conformance 125).</summary>
internal sealed record StringParam : ManifestParam
{
    public override ParamKind Kind => ParamKind.String;

    public string? Default { get; init; }

    /// <summary>The fewest characters (code points) accepted; <see langword="null"/> when not given.</summary>
    public int? MinLength { get; init; }

    /// <summary>The most characters (code points) accepted; <see langword="null"/> when not given.</summary>
    public int? MaxLength { get; init; }

    /// <summary>A regular expression, valid for .NET.</summary>
    public string? Pattern { get; init; }

    public override bool HasDefault => Default is not null;
}

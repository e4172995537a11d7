using ProcVision.Collections;

namespace ProcVision.Manifests;

/// <summary>One of several texts (conformance 123).</summary>
internal sealed record EnumParam : ManifestParam
{
    public override ParamKind Kind => ParamKind.Enum;

    /// <summary>One of <see cref="Choices"/>.</summary>
    public string? Default { get; init; }

    /// <summary>The texts in the order of the manifest, each once; empty only when the manifest is wrong.</summary>
    public required EquatableArray<string> Choices { get; init; }

    public override bool HasDefault => Default is not null;
}

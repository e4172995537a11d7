using ProcVision.Collections;

namespace ProcVision.Manifests;

/// <summary>
/// What a manifest says (conformance 96–111). Equal for manifests that mean the same: without positions, white space and the order of
/// object keys. Fields that are missing or unusable have their neutral value; the problems of the reading say so.
/// </summary>
internal sealed record ManifestModel
{
    /// <summary>Empty when missing.</summary>
    public required string Name { get; init; }

    /// <summary>Empty when missing.</summary>
    public required string Version { get; init; }

    public required string? Description { get; init; }

    /// <summary><c>module:Class</c> as written; empty when missing.</summary>
    public required string EntryPoint { get; init; }

    /// <summary>The part of <see cref="EntryPoint"/> after the last colon when that is a C# identifier; otherwise empty.</summary>
    public required string EntryClass { get; init; }

    /// <summary><c>supported_pids</c> in their order, each once.</summary>
    public required EquatableArray<string> Pids { get; init; }

    /// <summary>The steps by index, each index once and from 1 on.</summary>
    public required EquatableArray<ManifestStep> Steps { get; init; }

    /// <summary><c>required_assets</c>, ordered by pid, then resource type.</summary>
    public required EquatableArray<RequiredAsset> RequiredAssets { get; init; }

    /// <summary><c>default_config</c>, ordered by resource type: used for a pid without required assets (conformance 104).</summary>
    public required EquatableArray<DefaultAsset> DefaultConfig { get; init; }
}

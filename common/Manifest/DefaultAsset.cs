namespace ProcVision.Manifests;

/// <summary>A file for every product that has no assets of its own (conformance 104).</summary>
/// <param name="ResourceType">For example <c>config</c>.</param>
/// <param name="Path">Relative to the manifest's folder, with <c>/</c>.</param>
internal sealed record DefaultAsset(string ResourceType, string Path);

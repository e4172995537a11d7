namespace ProcVision.Manifests;

/// <summary>A file that one product needs (conformance 103).</summary>
/// <param name="Pid">The product.</param>
/// <param name="ResourceType">For example <c>config</c>, <c>template</c>, <c>model</c>.</param>
/// <param name="Path">Relative to the manifest's folder, with <c>/</c>.</param>
internal sealed record RequiredAsset(string Pid, string ResourceType, string Path);

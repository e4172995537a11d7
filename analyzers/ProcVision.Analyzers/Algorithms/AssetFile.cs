namespace ProcVision.Analyzers.Algorithms;

/// <summary>One file that the manifest names.</summary>
/// <param name="Pid">Null for <c>default_config</c>.</param>
/// <param name="Kind">The resource type.</param>
/// <param name="Path">As the manifest gives it.</param>
internal sealed record AssetFile(string? Pid, string Kind, string Path);

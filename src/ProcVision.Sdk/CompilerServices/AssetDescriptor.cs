using System.ComponentModel;

namespace ProcVision.CompilerServices;

/// <summary>One file that the manifest names. For generated code.</summary>
/// <param name="Pid">The pid it belongs to; null for <c>default_config</c>.</param>
/// <param name="Kind">The resource type.</param>
/// <param name="Path">The path as the manifest gives it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record AssetDescriptor(string? Pid, string Kind, string Path);

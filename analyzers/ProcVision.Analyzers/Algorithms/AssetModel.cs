namespace ProcVision.Analyzers.Algorithms;

/// <summary>One resource type as a property.</summary>
/// <param name="Name">The property.</param>
/// <param name="Kind">The resource type in the manifest.</param>
/// <param name="IsForEveryPid">Whether each pid has such a file; else the property may be null.</param>
internal sealed record AssetModel(string Name, string Kind, bool IsForEveryPid);

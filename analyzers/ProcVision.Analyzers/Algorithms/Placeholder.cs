namespace ProcVision.Analyzers.Algorithms;

/// <summary>A type that stands in for one that the manifest does not yield, in a build that a rule fails.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="IsStep">Whether it looks like a step.</param>
internal sealed record Placeholder(string Name, bool IsStep);

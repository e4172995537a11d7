namespace ProcVision.Analyzers.Algorithms;

/// <summary>A type name in a declaration of an algorithm class that means nothing before generation.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="IsStep">Whether it is the parameter of a step method.</param>
internal sealed record UnresolvedName(string Name, bool IsStep);

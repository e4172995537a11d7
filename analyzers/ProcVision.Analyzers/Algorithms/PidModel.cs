namespace ProcVision.Analyzers.Algorithms;

/// <summary>One pid as a constant.</summary>
/// <param name="Name">The constant.</param>
/// <param name="Value">The pid.</param>
internal sealed record PidModel(string Name, string Value);

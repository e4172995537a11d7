namespace ProcVision.Analyzers.Algorithms;

/// <summary>A placeholder beside a class that nothing can be added to.</summary>
/// <param name="Namespace">As source; empty for the global one.</param>
/// <param name="Type">The type.</param>
internal sealed record PlacedPlaceholder(string Namespace, Placeholder Type);

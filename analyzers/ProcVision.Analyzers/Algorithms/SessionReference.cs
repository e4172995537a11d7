namespace ProcVision.Analyzers.Algorithms;

/// <summary>The typed session of an algorithm.</summary>
/// <param name="Type">The struct as source.</param>
/// <param name="Reach">Who can name the struct: what shows it can be no more visible (CS0052).</param>
internal sealed record SessionReference(string Type, SessionReach Reach);

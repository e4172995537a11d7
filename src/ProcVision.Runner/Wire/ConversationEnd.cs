namespace ProcVision.Runner;

/// <summary>Why nothing more will come from an algorithm.</summary>
/// <param name="Violation">What it sent that is not the protocol; null when its stdout simply ended.</param>
internal sealed record ConversationEnd(string? Violation);

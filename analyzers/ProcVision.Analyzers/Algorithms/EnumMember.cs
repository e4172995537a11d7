namespace ProcVision.Analyzers.Algorithms;

/// <summary>One choice.</summary>
/// <param name="Name">The enum's member.</param>
/// <param name="Choice">The text in the manifest.</param>
internal sealed record EnumMember(string Name, string Choice);

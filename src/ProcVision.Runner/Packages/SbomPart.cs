namespace ProcVision.Runner;

/// <summary>Something a package is made of.</summary>
/// <param name="Name">Its name, for example <c>StbImageSharp</c>.</param>
/// <param name="Version">Its version; empty when it is not known.</param>
/// <param name="License">An SPDX expression; null when it is not known.</param>
/// <param name="Purl">Its package URL; null when it has none.</param>
public sealed record SbomPart(string Name, string Version, string? License, string? Purl);

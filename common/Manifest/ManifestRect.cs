namespace ProcVision.Manifests;

/// <summary>A rectangle in pixels: corner at least 0, sides at least 1.</summary>
internal readonly record struct ManifestRect(int X, int Y, int Width, int Height);

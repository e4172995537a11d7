namespace ProcVision.Fuzz.Pictures;

/// <summary>Something that must not happen has happened.</summary>
internal sealed class Finding(string message) : Exception(message);

namespace ProcVision.Runner;

/// <summary>A package cannot be written as asked; the message says why and what to do.</summary>
public sealed class PackageException(string message) : Exception(message);

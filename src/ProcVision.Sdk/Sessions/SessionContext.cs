namespace ProcVision;

/// <summary>The read-only facts the platform gives with a detection; deeply immutable (C33).</summary>
public sealed class SessionContext
{
    /// <summary>No facts.</summary>
    public static SessionContext Empty { get; } = new();
}

namespace ProcVision;

/// <summary>Levels of <see cref="StructuredLogger"/>, lower case on the wire (C57).</summary>
public enum LogLevel
{
    /// <summary>For the author.</summary>
    Debug,

    /// <summary>What happens.</summary>
    Info,

    /// <summary>Something was corrected or cut.</summary>
    Warn,

    /// <summary>Something failed.</summary>
    Error,
}

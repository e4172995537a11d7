namespace ProcVision;

/// <summary>Levels as they are written: lower case (C57), and as <c>PROC_LOG_LEVEL</c> and <c>--log-level</c> give them.</summary>
internal static class LogLevels
{
    /// <summary>The level on the wire.</summary>
    internal static ReadOnlySpan<byte> Name(LogLevel level) => level switch
    {
        LogLevel.Debug => "debug"u8,
        LogLevel.Info => "info"u8,
        LogLevel.Warn => "warn"u8,
        _ => "error"u8,
    };

    /// <summary>Reads a level in any case; false with <see cref="LogLevel.Info"/>, the platform's default, for anything unknown.</summary>
    internal static bool TryParse(string? text, out LogLevel level)
    {
        LogLevel? found = text?.Trim().ToUpperInvariant() switch
        {
            "DEBUG" or "TRACE" => LogLevel.Debug,
            "INFO" => LogLevel.Info,
            "WARN" or "WARNING" => LogLevel.Warn,
            "ERROR" or "CRITICAL" or "FATAL" => LogLevel.Error,
            _ => null,
        };
        level = found ?? LogLevel.Info;
        return found is not null;
    }
}

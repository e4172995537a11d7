namespace ProcVision;

/// <summary>
/// One JSON object per line on stderr (conformance 472–478). Thread-safe; ignored after the step. Never print to the console: that goes to
/// stderr as well, but without level, time and step.
/// </summary>
public sealed class StructuredLogger
{
    private readonly Stream _sink;

    internal StructuredLogger(Stream sink, LogLevel level)
    {
        _sink = sink;
        Level = level;
    }

    /// <summary>Lines below it are dropped; <c>PROC_LOG_LEVEL</c> (C57).</summary>
    public LogLevel Level { get; }

    /// <summary>A line for the author.</summary>
    public void Debug(Message message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Debug, message, fields);

    /// <summary>A line about what happens.</summary>
    public void Info(Message message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Info, message, fields);

    /// <summary>A line about something corrected or cut.</summary>
    public void Warn(Message message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Warn, message, fields);

    /// <summary>A line about something that failed.</summary>
    public void Error(Message message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Error, message, fields);

    private void Write(LogLevel level, Message message, ReadOnlySpan<LogField> fields) => throw new NotImplementedException($"{level} {message.Take()} {fields.Length} {_sink}");
}

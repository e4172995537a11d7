namespace ProcVision;

/// <summary>
/// One JSON object per line on stderr (conformance 472–478): <c>level</c>, <c>timestamp_ms</c> (Unix milliseconds), <c>message</c>, during a call
/// <c>step_index</c>, <c>phase</c>, <c>pid</c>, <c>session_id</c> and <c>trace_id</c>, then the caller's fields. A field of one of these names, or
/// named <c>exception</c>, is written with an underscore behind it. Thread-safe; harmless after the step: such a line is written without the call's
/// fields. A stderr that is closed or full of errors never reaches the algorithm.
/// </summary>
/// <remarks>Never print to the console: that goes to stderr as well, but without level, time and step.</remarks>
public sealed class StructuredLogger
{
    private readonly Lock _gate = new();
    private readonly LogLine _line = new();
    private readonly Stream _sink;
    private readonly TimeProvider _clock;
    private LogScope _scope;

    internal StructuredLogger(Stream sink, LogLevel level, TimeProvider? clock = null)
    {
        _sink = sink;
        _clock = clock ?? TimeProvider.System;
        Level = level;
    }

    /// <summary>Lines below it are dropped; <c>PROC_LOG_LEVEL</c> (C57).</summary>
    public LogLevel Level { get; }

    /// <summary>A line for the author.</summary>
    public void Debug(Message message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Debug, ref message, null, fields);

    /// <summary>A line about what happens.</summary>
    public void Info(Message message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Info, ref message, null, fields);

    /// <summary>A line about something corrected or cut.</summary>
    public void Warn(Message message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Warn, ref message, null, fields);

    /// <summary>A line about something that failed.</summary>
    public void Error(Message message, params ReadOnlySpan<LogField> fields) => Write(LogLevel.Error, ref message, null, fields);

    /// <summary>A line about an exception: its type, message, inner exceptions and stack trace are the line's <c>exception</c>
    /// (conformance 479, 542).</summary>
    /// <exception cref="ArgumentNullException">The exception is null.</exception>
    public void Error(Exception exception, Message message, params ReadOnlySpan<LogField> fields)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Write(LogLevel.Error, ref message, exception, fields);
    }

    /// <summary>A call begins: lines name it until <see cref="Leave"/>.</summary>
    internal void Enter(in LogScope scope)
    {
        lock (_gate)
        {
            _scope = scope;
        }
    }

    /// <summary>The call ended.</summary>
    internal void Leave()
    {
        lock (_gate)
        {
            _scope = default;
        }
    }

    private void Write(LogLevel level, ref Message message, Exception? exception, scoped ReadOnlySpan<LogField> fields)
    {
        if (level >= Level)
        {
            lock (_gate)
            {
                Compose(level, message.Text, exception, fields);
                Send();
            }
        }

        message.Clear();
    }

    private void Compose(LogLevel level, scoped ReadOnlySpan<char> message, Exception? exception, scoped ReadOnlySpan<LogField> fields)
    {
        _line.Start(level, _clock.GetUtcNow().ToUnixTimeMilliseconds());
        _line.Key("message"u8);
        _line.Text(message);
        if (_scope.Session is { } session)
        {
            _line.Key("step_index"u8);
            _line.Integer(_scope.Step);
            _line.Key("phase"u8);
            _line.Text(_scope.Phase == Phase.Pre ? "pre" : "execute");
            _line.Key("pid"u8);
            _line.Text(_scope.Pid);
            _line.Key("session_id"u8);
            _line.Text(session.Id);
            if (session.Context.TraceId is { } trace)
            {
                _line.Key("trace_id"u8);
                _line.Text(trace);
            }
        }

        if (exception is not null)
        {
            _line.Key("exception"u8);
            _line.Text(Describe(exception));
        }

        foreach (ref readonly var field in fields)
        {
            if (field.Name is not null)
            {
                _line.Field(field);
            }
        }

        _line.End();
    }

    /// <summary>An author's exception may override what is called here, and fail in it.</summary>
    private static string Describe(Exception exception)
    {
        try
        {
            return exception.ToString();
        }
        catch (Exception e)
        {
            return $"{exception.GetType()} (its ToString failed: {e.GetType()}){Environment.NewLine}{exception.StackTrace}";
        }
    }

    private void Send()
    {
        try
        {
            _sink.Write(_line.Bytes);
            _sink.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or UnauthorizedAccessException or NotSupportedException)
        {
            // Nobody reads the log any more; the inspection goes on, and there is no other place to say so.
        }
    }
}

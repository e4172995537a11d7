using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>One line that an algorithm wrote to stderr (conformance 472–477), and what it belongs to.</summary>
/// <param name="Line">The line as it came, 4096 characters at the most.</param>
/// <param name="IsStructured">Whether it was a log line of an SDK, JSON with a message; any other line is its own message.</param>
/// <param name="Message">The text.</param>
public sealed record AlgorithmLogEvent(string Line, bool IsStructured, string Message)
{
    private static readonly string[] Named = ["level", "timestamp_ms", "message", "pid", "session_id", "trace_id", "step_index", "phase"];

    /// <summary>The supervised algorithm's name; empty where nobody gave it one.</summary>
    public string Algorithm { get; init; } = "";

    /// <summary>The process that wrote it; 0 where that is not known.</summary>
    public int ProcessId { get; init; }

    /// <summary>As the line has it, in either case (C57); null when it says none.</summary>
    public string? Level { get; init; }

    /// <summary>When it was written, by the algorithm's clock; null when it does not say.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>
    /// The product. This and the next four are those of the line, else those of the call that the process was last given; null for neither, as for a
    /// line that is read only once the process is being ended.
    /// </summary>
    public string? Pid { get; init; }

    /// <summary>The detection.</summary>
    public string? SessionId { get; init; }

    /// <summary>The detection's trace.</summary>
    public string? TraceId { get; init; }

    /// <summary>The step's index, from 1.</summary>
    public int? Step { get; init; }

    /// <summary><c>pre</c> or <c>execute</c>.</summary>
    public string? Phase { get; init; }

    /// <summary>What else the line has, in its order.</summary>
    public IReadOnlyList<KeyValuePair<string, JsonElement>> Fields { get; init; } = [];

    /// <summary>Reads a line. Whatever it is, it is an event: what cannot be read is its own message.</summary>
    public static AlgorithmLogEvent Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!TryParse(line, out var entry) || entry.Text("message") is not { } message)
            return new(line, false, line);
        return new(line, true, message)
        {
            Level = entry.Text("level"),
            Time = TimeOf(entry),
            Pid = entry.Text("pid"),
            SessionId = entry.Text("session_id"),
            TraceId = entry.Text("trace_id"),
            Step = entry.Number("step_index") is { } step && step == (int)step ? (int)step : null,
            Phase = entry.Text("phase"),
            Fields = [.. entry.EnumerateObject().Where(static field => !Named.Contains(field.Name)).Select(static field => KeyValuePair.Create(field.Name, field.Value))],
        };
    }

    /// <summary>The same, with what the line itself does not say.</summary>
    internal AlgorithmLogEvent Of(int processId, StepCallRequest? call) => this with
    {
        ProcessId = processId,
        Pid = Pid ?? call?.Pid,
        SessionId = SessionId ?? call?.Session.Id,
        TraceId = TraceId ?? call?.Session.TraceId,
        Step = Step ?? call?.Step,
        Phase = Phase ?? (call is null ? null : call.Phase == ProcVision.Phase.Pre ? "pre" : "execute"),
    };

    private static DateTimeOffset? TimeOf(JsonElement entry)
    {
        // A time far from any clock's is none.
        const double YearTenThousand = 253_402_300_799_999;
        return entry.Number("timestamp_ms") is { } time and > 0 and < YearTenThousand ? DateTimeOffset.FromUnixTimeMilliseconds((long)time) : null;
    }

    private static bool TryParse(string line, out JsonElement entry)
    {
        entry = default;
        if (!line.StartsWith('{'))
            return false;
        try
        {
            entry = JsonElement.Parse(line);
            return entry.IsReadable();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

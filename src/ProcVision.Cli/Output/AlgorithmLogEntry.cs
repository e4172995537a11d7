using System.Text;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A line of an algorithm's stderr (conformance 342, 473).</summary>
/// <param name="IsStructured">Whether it was a log line of an SDK; any other is its own message.</param>
/// <param name="Level">Null when it says none.</param>
/// <param name="Message">The text.</param>
/// <param name="Fields">The other fields as <c> name=value</c>, each after a space.</param>
/// <param name="Time">When it was written; null when it does not say.</param>
internal sealed record AlgorithmLogEntry(bool IsStructured, string? Level, string Message, string Fields, DateTimeOffset? Time)
{
    /// <summary>Said otherwise, or the same on every line of one run.</summary>
    private static readonly string[] NotShown = ["level", "timestamp_ms", "message", "pid", "session_id", "trace_id"];

    public static AlgorithmLogEntry Of(string line)
    {
        if (!TryParse(line, out var entry) || entry.Text("message") is not { } message)
            return new(false, null, line, "", null);
        var fields = new StringBuilder();
        foreach (var field in entry.EnumerateObject())
        {
            if (!NotShown.Contains(field.Name))
                fields.Append(' ').Append(field.Name).Append('=').Append(field.Value);
        }

        return new(true, entry.Text("level"), message, fields.ToString(), TimeOf(entry));
    }

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

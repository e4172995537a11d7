using System.Text;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Shows a line of an algorithm's stderr: a structured one as text, any other as it is (conformance 342, 473).</summary>
internal static class AlgorithmLogLine
{
    /// <summary>Said otherwise, or the same on every line of one run.</summary>
    private static readonly string[] NotShown = ["level", "timestamp_ms", "message", "pid", "session_id", "trace_id"];

    public static string Format(string line)
    {
        if (!TryParse(line, out var entry) || entry.Text("message") is not { } message)
            return $"  [ALGO-RAW] {line}";
        var text = new StringBuilder("  [ALGO] ");
        if (entry.Text("level") is { } level && !level.Equals("info", StringComparison.OrdinalIgnoreCase))
            text.Append(level).Append(": ");
        text.Append(message);
        foreach (var field in entry.EnumerateObject())
        {
            if (!NotShown.Contains(field.Name))
                text.Append(' ').Append(field.Name).Append('=').Append(field.Value);
        }

        return text.ToString();
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

using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>The child's stderr: the last 200 lines are kept, 50 are shown; structured ones go to the platform's log by their message (conformance 341, 342).</summary>
internal sealed class PlatformStderr(Action<string> log)
{
    private const int Kept = 200;
    private const int ShownInErrors = 50;

    private readonly Queue<string> _lines = [];

    internal string[] Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    internal string Tail => string.Join('\n', Lines.TakeLast(ShownInErrors));

    internal void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
            {
                _lines.Dequeue();
            }
        }

        log(MessageOf(line) is { } message ? $"[ALGO] {message}" : $"[ALGO-RAW] {line}");
    }

    private static string? MessageOf(string line)
    {
        try
        {
            return (string?)(JsonNode.Parse(line) as JsonObject)?["message"];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>The <c>session</c> of a call: its id, and the context that never changes (conformance 6, 36, 42).</summary>
/// <param name="Id">Unique per detection, for example <c>session-1714032000000-3f2a</c>.</param>
/// <param name="ProductCode">The pid.</param>
/// <param name="Operator">Who runs it; <c>dev</c> from the command line.</param>
/// <param name="TraceId">Groups the logs of the detection.</param>
public sealed record SessionIdentity(string Id, string ProductCode, string Operator, string TraceId)
{
    /// <summary>The context as every call carries it.</summary>
    internal void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("product_code", ProductCode);
        json.WriteString("operator", Operator);
        json.WriteString("trace_id", TraceId);
        json.WriteEndObject();
    }

    /// <summary>A new identity for one detection at a developer's desk.</summary>
    /// <param name="pid">The product.</param>
    /// <param name="time">Gives the time in the id.</param>
    public static SessionIdentity ForDevelopment(string pid, TimeProvider? time = null)
    {
        long now = (time ?? TimeProvider.System).GetUtcNow().ToUnixTimeMilliseconds();
        // Two detections may begin in one millisecond; their pictures and their state must not meet.
        string stamp = $"{now}-{Guid.NewGuid().ToString("N")[..8]}";
        return new($"session-{stamp}", pid, "dev", $"trace-{stamp}");
    }
}

using System.Buffers;
using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>The <c>error</c> frame a Runner makes where an algorithm gave none, so that every reader of answers finds the same form (conformance 301).</summary>
internal static class ErrorFrame
{
    public static JsonElement Make(string? requestId, string? code, string message)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "error");
            json.WriteString("request_id", requestId);
            json.WriteNumber("timestamp_ms", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
            json.WriteString("status", "ERROR");
            json.WriteString("message", message);
            if (code is not null)
                json.WriteString("error_code", code);
            json.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}

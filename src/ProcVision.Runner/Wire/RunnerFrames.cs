using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProcVision.Protocol;

namespace ProcVision.Runner;

/// <summary>Writes the frames a Runner sends: length and body in one buffer, so that one write sends each (conformance 258, 276, 284, 293, 307).</summary>
internal static class RunnerFrames
{
    /// <summary>How everything on the wire is written: text stays text.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Hello(RunnerTimings timings) => Frame("hello", null, json =>
    {
        json.WriteString("runner_version", Version);
        json.WriteNumber("heartbeat_interval_ms", (long)timings.HeartbeatInterval.TotalMilliseconds);
        json.WriteNumber("heartbeat_grace_ms", (long)timings.HeartbeatGrace.TotalMilliseconds);
        json.WriteStartArray("capabilities");
        json.WriteStringValue("ping");
        json.WriteStringValue("call");
        json.WriteStringValue("shutdown");
        json.WriteStringValue("shared_memory:v1");
        json.WriteStringValue(AlgorithmHello.Deadline);
        json.WriteStringValue(AlgorithmHello.SessionValues);
        json.WriteStringValue(AlgorithmHello.SessionState);
        json.WriteEndArray();
    });

    public static byte[] Ping(string requestId) => Frame("ping", requestId, static _ => { });

    public static byte[] Shutdown() => Frame("shutdown", null, static _ => { });

    /// <summary>A pre or execute call.</summary>
    /// <param name="requestId">Its id.</param>
    /// <param name="call">The call.</param>
    /// <param name="deadline">The time it has; null for an algorithm that does not want to know.</param>
    /// <param name="region">Where its session is; null for an algorithm that keeps it itself.</param>
    public static byte[] Call(string requestId, StepCallRequest call, TimeSpan? deadline, SessionRegion? region) => Frame("call", requestId, json =>
    {
        json.WriteStartObject("data");
        json.WriteString("phase", call.Phase == Phase.Pre ? "pre" : "execute");
        json.WriteNumber("step_index", call.Step);
        json.WriteString("pid", call.Pid);
        json.WriteStartObject("session");
        json.WriteString("id", call.Session.Id);
        json.WritePropertyName("context");
        call.Session.WriteContext(json);
        if (region is not null)
        {
            json.WriteStartObject("state_region");
            json.WriteString("name", region.Name);
            json.WriteNumber("generation", region.Generation);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("user_params");
        foreach (var (key, value) in call.Parameters)
        {
            json.WritePropertyName(key);
            value.WriteTo(json);
        }

        json.WriteEndObject();
        json.WriteString("shared_mem_id", call.Image.Id);
        json.WriteStartObject("image_meta");
        json.WriteNumber("width", call.Image.Width);
        json.WriteNumber("height", call.Image.Height);
        json.WriteNumber("timestamp_ms", call.Image.TimestampMs);
        json.WriteString("camera_id", call.Image.CameraId);
        json.WriteString("color_space", "RGB");
        json.WriteEndObject();
        if (deadline is { } left)
            json.WriteNumber("deadline_ms", (long)left.TotalMilliseconds);
        json.WriteEndObject();
    });

    public static byte[] Session(string requestId, SessionIdentity session) => Frame("call", requestId, json =>
    {
        json.WriteStartObject("data");
        json.WriteString("phase", "session");
        json.WriteString("pid", session.ProductCode);
        json.WriteStartObject("session");
        json.WriteString("id", session.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>
    /// Asks for the algorithm's description, as today's engine does it (conformance 519). It has no <c>data</c>: an algorithm that only knows
    /// execute calls then refuses it (conformance 306) and does not run its inspection without a picture.
    /// </summary>
    public static byte[] Info(string requestId) => Frame("call", requestId, static json =>
    {
        json.WriteString("phase", "info");
        json.WriteStartObject("session");
        json.WriteString("id", "info-req");
        json.WriteStartObject("context");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("user_params");
        json.WriteEndObject();
        json.WriteString("shared_mem_id", "");
        json.WriteStartObject("image_meta");
        json.WriteEndObject();
    });

    private static string Version { get; } = typeof(RunnerFrames).Assembly.GetName().Version!.ToString(3);

    private static byte[] Frame(string type, string? requestId, Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        buffer.GetSpan(FrameLimits.Header)[..FrameLimits.Header].Clear();
        buffer.Advance(FrameLimits.Header);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            if (requestId is not null)
                json.WriteString("request_id", requestId);
            json.WriteNumber("timestamp_ms", DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
            fields(json);
            json.WriteEndObject();
        }

        int length = buffer.WrittenCount - FrameLimits.Header;
        if (length > FrameLimits.Body)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"帧过大: {length} 字节 > {FrameLimits.Body}"));
        }

        byte[] frame = buffer.WrittenSpan.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(frame, length);
        return frame;
    }
}

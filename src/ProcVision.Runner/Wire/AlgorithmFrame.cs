using System.Text.Json;
using System.Text.Unicode;

namespace ProcVision.Runner;

/// <summary>A frame from an algorithm: a JSON object whose texts are all readable.</summary>
internal sealed class AlgorithmFrame
{
    private AlgorithmFrame(JsonElement json) => Json = json;

    /// <summary>The whole frame.</summary>
    public JsonElement Json { get; }

    /// <summary><c>hello</c>, <c>result</c>, <c>error</c>, <c>pong</c>, <c>shutdown</c>; empty when the frame has none.</summary>
    public string Type => Json.Text("type") ?? "";

    /// <summary>The id of the call it answers; null when it has none, or null: then it answers the call that waits (conformance 518).</summary>
    public string? RequestId => Json.TryGetProperty("request_id", out var id) && id.ValueKind != JsonValueKind.Null ? id.ToString() : null;

    /// <exception cref="ProtocolViolationException">The body is not a JSON object in UTF-8.</exception>
    public static AlgorithmFrame Parse(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
            throw new ProtocolViolationException("帧不是有效的 UTF-8");
        try
        {
            var reader = new Utf8JsonReader(body);
            var json = JsonElement.ParseValue(ref reader);
            if (reader.Read())
                throw new ProtocolViolationException("帧中的 JSON 之后还有内容");
            if (json.ValueKind != JsonValueKind.Object)
                throw new ProtocolViolationException($"帧必须是 JSON 对象，实际是 {json.ValueKind}");
            if (!json.IsReadable())
                throw new ProtocolViolationException("帧中有无效的 Unicode 字符 (孤立的代理项)");
            return new(json);
        }
        catch (JsonException e)
        {
            throw new ProtocolViolationException($"帧不是有效的 JSON: 第 {e.BytePositionInLine + 1} 字节附近: {Preview(body)}");
        }
    }

    private static string Preview(ReadOnlySpan<byte> body) =>
        System.Text.Encoding.UTF8.GetString(body[..Math.Min(body.Length, 80)]).ReplaceLineEndings(" ");
}

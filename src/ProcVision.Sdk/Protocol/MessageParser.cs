namespace ProcVision.Protocol;

/// <summary>Reads frame bodies. Not thread-safe: a thread that reads while a call runs needs a parser of its own.</summary>
internal sealed class MessageParser
{
    /// <summary>The longest request id, in bytes of JSON: it is echoed in every answer.</summary>
    private const int LongestRequestId = 1024;

    private readonly TextScratch _scratch = new();
    private readonly TextCache _cameras = new();

    /// <summary>Reads one body in one pass, validating all of it; allocates nothing for a good frame.</summary>
    /// <param name="body">The frame's body, without the length.</param>
    /// <param name="message">The message; also filled as far as possible when the result is false.</param>
    /// <param name="problem">When the result is false: what to answer with an <c>error</c> frame.</param>
    /// <returns>False when it is no JSON object with a <c>type</c>, or has a known key twice (conformance 534, 535).</returns>
    internal bool TryParse(ReadOnlySpan<byte> body, out IncomingMessage message, out FrameProblem problem)
    {
        message = default;
        problem = default;
        _scratch.Clear();
        var scan = new MessageScan(body);
        if (scan.Fault is { } fault)
        {
            problem = new(FrameProblem.Protocol, $"JSON解析失败: 第 {scan.FaultOffset} 字节{fault}", default);
            return false;
        }

        if (!scan.IsObject)
        {
            problem = new(FrameProblem.Protocol, $"消息应为JSON对象: {JsonText.Shorten(body)}", default);
            return false;
        }

        ref readonly var fields = ref scan.Fields;
        if (!scan.RequestIdIsRepeated && !TryRequestId(body, in fields, ref message, ref problem))
        {
            return false;
        }

        if (scan.RepeatedKey is { Kind: JsonKind.String } key)
        {
            var text = JsonText.ToText(key.Inner(body), key.IsEscaped);
            problem = new(FrameProblem.Protocol, $"键 {text} 重复: 第 {key.Start} 字节", message.RequestId);
            return false;
        }

        return TryType(body, in fields, ref message, ref problem);
    }

    private static bool TryRequestId(ReadOnlySpan<byte> body, in MessageFields fields, ref IncomingMessage message, ref FrameProblem problem)
    {
        var id = fields[(int)MessageField.RequestId];
        if (id.Length > LongestRequestId)
        {
            problem = new(FrameProblem.Protocol, $"request_id 过长: {id.Length} 字节 > {LongestRequestId}", default);
            return false;
        }

        if (id.Kind is not (JsonKind.None or JsonKind.Null or JsonKind.String or JsonKind.Number))
        {
            problem = new(FrameProblem.Protocol, $"request_id 应为字符串、数字或null: {JsonText.Shorten(id.Raw(body))}", default);
            return false;
        }

        message.RequestId = id.Raw(body);
        return true;
    }

    private bool TryType(ReadOnlySpan<byte> body, in MessageFields fields, ref IncomingMessage message, ref FrameProblem problem)
    {
        var type = fields[(int)MessageField.Type];
        if (type.Kind != JsonKind.String)
        {
            var text = type.Kind is JsonKind.None or JsonKind.Null ? "消息缺少 type" : $"type 应为字符串: {JsonText.Shorten(type.Raw(body))}";
            problem = new(FrameProblem.Protocol, text, message.RequestId);
            return false;
        }

        message.TypeText = _scratch.Text(body, type);
        message.Type = MessageKeys.Type(message.TypeText);
        switch (message.Type)
        {
            case MessageType.Call:
                CallFields.Read(body, in fields, _scratch, _cameras, ref message);
                break;
            case MessageType.Hello:
                Hello(body, in fields, ref message);
                break;
            case MessageType.Unknown:
                message.Problem = new(FrameProblem.Protocol, $"未知的消息类型: {JsonText.Shorten(type.Raw(body))}", message.RequestId);
                break;
            default:
                break;
        }

        return true;
    }

    /// <summary>What cannot be used of a hello is as good as absent: nothing depends on it (conformance 277).</summary>
    private void Hello(ReadOnlySpan<byte> body, in MessageFields fields, ref IncomingMessage message)
    {
        var version = fields[(int)MessageField.RunnerVersion];
        message.RunnerVersion = version.Kind == JsonKind.String ? _scratch.Text(body, version) : default;
        message.Capabilities = fields[(int)MessageField.Capabilities].Raw(body);
        message.HeartbeatIntervalMs = Milliseconds(body, fields[(int)MessageField.HeartbeatIntervalMs]);
        message.HeartbeatGraceMs = Milliseconds(body, fields[(int)MessageField.HeartbeatGraceMs]);
    }

    private static long? Milliseconds(ReadOnlySpan<byte> body, JsonToken token) =>
        token.Kind == JsonKind.Number && JsonNumber.ToInt64(token.Raw(body), out var value) == JsonInteger.Exact ? value : null;
}

namespace ProcVision.Protocol;

/// <summary>The meaning of a call's fields once it is known where they stand.</summary>
internal static class CallFields
{
    private const string UsePhase = "；use pre, execute, info, setup, teardown, reset, on_step_start, on_step_finish or session";

    internal static void Read(
        ReadOnlySpan<byte> body,
        in MessageFields fields,
        TextScratch scratch,
        TextCache cameras,
        ref IncomingMessage message)
    {
        if (Structure(body, in fields, scratch, ref message) is { } structure)
        {
            message.Problem = new(FrameProblem.Protocol, structure, message.RequestId);
            return;
        }

        if (message.Phase == CallPhase.Info)
        {
            return;
        }

        // Setup and teardown concern no step: what stands there is at the most echoed.
        var concernsStep = message.Phase is not (CallPhase.Setup or CallPhase.Teardown);
        // A session is of a whole detection: its answer has step 0, whatever the call has.
        var problem = message.Phase == CallPhase.Session ? null : Step(body, fields[(int)MessageField.StepIndex], ref message);
        // A reset is of a whole session, so there is nothing to remark on where it names no step.
        message.StepWasMadeOne &= concernsStep && message.Phase != CallPhase.Reset;
        if (!concernsStep)
        {
            return;
        }

        message.Pid = Text(body, fields[(int)MessageField.Pid], "pid", scratch, ref problem);
        message.ImageId = Text(body, fields[(int)MessageField.ImageId], "shared_mem_id", scratch, ref problem);
        message.UserParams = Object(body, fields[(int)MessageField.UserParams], "user_params", ref problem);
        // A session that is an object was noted without its place; its members were noted in its stead.
        if (fields[(int)MessageField.Session].Kind == JsonKind.Object)
        {
            message.SessionId = Text(body, fields[(int)MessageField.SessionId], "session.id", scratch, ref problem);
            message.SessionContext = Object(body, fields[(int)MessageField.SessionContext], "session.context", ref problem);
            RegionFields.Read(body, in fields, scratch, ref message, ref problem);
        }
        else
        {
            _ = Object(body, fields[(int)MessageField.Session], "session", ref problem);
        }

        message.DeadlineMs = Deadline(body, fields[(int)MessageField.DeadlineMs], ref problem);
        if (message.Phase is CallPhase.Pre or CallPhase.Execute)
        {
            message.ImageMetaProblem = ImageMetaFields.Read(body, in fields, scratch, cameras, out var meta);
            message.ImageMeta = meta;
        }
        else if (message.Phase == CallPhase.ExecuteOnly)
        {
            ExecuteOnlyFields.Read(body, in fields, scratch, cameras, ref message, ref problem);
        }

        if (problem is not null)
        {
            message.Problem = new((int)ErrorCode.InvalidParams, problem, message.RequestId);
        }
    }

    /// <summary>What must be right before it is known which phase is meant: it decides the shape of the answer.</summary>
    private static string? Structure(ReadOnlySpan<byte> body, in MessageFields fields, TextScratch scratch, ref IncomingMessage message)
    {
        var data = fields[(int)MessageField.Data];
        var payload = fields[(int)MessageField.Payload];
        if (data.Kind is not (JsonKind.None or JsonKind.Null or JsonKind.Object))
        {
            return $"data 应为对象: {JsonText.Shorten(data.Raw(body))}";
        }

        if (payload.Kind is not (JsonKind.None or JsonKind.Null or JsonKind.Object))
        {
            return $"payload 应为对象: {JsonText.Shorten(payload.Raw(body))}";
        }

        var isPhase = fields[(int)MessageField.Phase].Kind is not (JsonKind.None or JsonKind.Null);
        var phase = fields[(int)(isPhase ? MessageField.Phase : MessageField.Method)];
        switch (phase.Kind)
        {
            case JsonKind.String:
                var name = scratch.Text(body, phase);
                message.Phase = isPhase ? MessageKeys.Phase(name) : MessageKeys.Method(name);
                return message.Phase == CallPhase.Unknown ? $"未知的 phase: {JsonText.Shorten(phase.Raw(body))}{UsePhase}" : null;
            case JsonKind.None or JsonKind.Null when ExecuteOnlyFields.AreThere(in fields):
                message.Phase = CallPhase.ExecuteOnly;
                return ExecuteOnlyFields.Missing(body, in fields);
            case JsonKind.None or JsonKind.Null:
                message.Phase = CallPhase.Missing;
                return "call 缺少 phase" + UsePhase;
            default:
                message.Phase = CallPhase.Unknown;
                return $"phase 应为字符串: {JsonText.Shorten(phase.Raw(body))}";
        }
    }

    private static string? Step(ReadOnlySpan<byte> body, JsonToken token, ref IncomingMessage message)
    {
        message.Step = 1;
        if (token.Kind is JsonKind.None or JsonKind.Null)
        {
            message.StepWasMadeOne = true;
            return null;
        }

        if (token.Kind != JsonKind.Number
            || JsonNumber.ToInt64(token.Raw(body), out var step) != JsonInteger.Exact
            || step is < int.MinValue or > int.MaxValue)
        {
            return $"step_index 应为整数: {JsonText.Shorten(token.Raw(body))}";
        }

        message.StepWasMadeOne = step == 0;
        message.Step = step == 0 ? 1 : (int)step;
        return null;
    }

    internal static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> body, JsonToken token, string name, TextScratch scratch, scoped ref string? problem)
    {
        if (token.Kind == JsonKind.String)
        {
            return scratch.Text(body, token);
        }

        if (token.Kind is not (JsonKind.None or JsonKind.Null))
        {
            problem ??= $"{name} 应为字符串: {JsonText.Shorten(token.Raw(body))}";
        }

        return default;
    }

    private static ReadOnlySpan<byte> Object(ReadOnlySpan<byte> body, JsonToken token, string name, scoped ref string? problem)
    {
        if (token.Kind == JsonKind.Object)
        {
            return token.Raw(body);
        }

        if (token.Kind is not (JsonKind.None or JsonKind.Null))
        {
            problem ??= $"{name} 应为对象: {JsonText.Shorten(token.Raw(body))}";
        }

        return default;
    }

    private static long? Deadline(ReadOnlySpan<byte> body, JsonToken token, scoped ref string? problem)
    {
        if (token.Kind is JsonKind.None or JsonKind.Null)
        {
            return null;
        }

        if (token.Kind == JsonKind.Number && JsonNumber.ToInt64(token.Raw(body), out var milliseconds) == JsonInteger.Exact)
        {
            return milliseconds;
        }

        problem ??= $"deadline_ms 应为整数毫秒: {JsonText.Shorten(token.Raw(body))}";
        return null;
    }
}

namespace ProcVision.Protocol;

/// <summary>The keys of frames, per object they stand in.</summary>
internal static class MessageKeys
{
    /// <summary>A key of the frame itself, of <c>data</c> or of <c>payload</c>.</summary>
    internal static MessageField Find(ReadOnlySpan<byte> key) => key.Length switch
    {
        3 when key.SequenceEqual("pid"u8) => MessageField.Pid,
        4 when key.SequenceEqual("type"u8) => MessageField.Type,
        4 when key.SequenceEqual("data"u8) => MessageField.Data,
        5 when key.SequenceEqual("phase"u8) => MessageField.Phase,
        6 when key.SequenceEqual("method"u8) => MessageField.Method,
        7 when key.SequenceEqual("session"u8) => MessageField.Session,
        7 when key.SequenceEqual("payload"u8) => MessageField.Payload,
        10 when key.SequenceEqual("request_id"u8) => MessageField.RequestId,
        9 when key.SequenceEqual("step_desc"u8) => MessageField.StepDescription,
        10 when key.SequenceEqual("step_index"u8) => MessageField.StepIndex,
        10 when key.SequenceEqual("image_meta"u8) => MessageField.ImageMeta,
        10 when key.SequenceEqual("guide_info"u8) => MessageField.GuideInfo,
        11 when key.SequenceEqual("user_params"u8) => MessageField.UserParams,
        11 when key.SequenceEqual("deadline_ms"u8) => MessageField.DeadlineMs,
        12 when key.SequenceEqual("capabilities"u8) => MessageField.Capabilities,
        13 when key.SequenceEqual("shared_mem_id"u8) => MessageField.ImageId,
        14 when key.SequenceEqual("runner_version"u8) => MessageField.RunnerVersion,
        14 when key.SequenceEqual("cur_image_meta"u8) => MessageField.GuidePictureMeta,
        16 when key.SequenceEqual("cur_image_shm_id"u8) => MessageField.GuidePictureId,
        16 when key.SequenceEqual("guide_image_meta"u8) => MessageField.CameraPictureMeta,
        18 when key.SequenceEqual("guide_image_shm_id"u8) => MessageField.CameraPictureId,
        18 when key.SequenceEqual("heartbeat_grace_ms"u8) => MessageField.HeartbeatGraceMs,
        21 when key.SequenceEqual("heartbeat_interval_ms"u8) => MessageField.HeartbeatIntervalMs,
        _ => MessageField.Other,
    };

    /// <summary>A key of <c>session</c>.</summary>
    internal static MessageField FindInSession(ReadOnlySpan<byte> key) =>
        key.SequenceEqual("id"u8) ? MessageField.SessionId
        : key.SequenceEqual("context"u8) ? MessageField.SessionContext
        : key.SequenceEqual("state_region"u8) ? MessageField.Region
        : MessageField.Other;

    /// <summary>A key of <c>session.state_region</c>.</summary>
    internal static MessageField FindInRegion(ReadOnlySpan<byte> key) =>
        key.SequenceEqual("name"u8) ? MessageField.RegionName
        : key.SequenceEqual("generation"u8) ? MessageField.RegionGeneration
        : MessageField.Other;

    /// <summary>A key of <c>image_meta</c> (conformance 228, 229).</summary>
    internal static MessageField FindInImageMeta(ReadOnlySpan<byte> key) => key.Length switch
    {
        5 when key.SequenceEqual("width"u8) => MessageField.ImageWidth,
        6 when key.SequenceEqual("height"u8) => MessageField.ImageHeight,
        9 when key.SequenceEqual("camera_id"u8) => MessageField.ImageCamera,
        11 when key.SequenceEqual("color_space"u8) => MessageField.ImageColorSpace,
        12 when key.SequenceEqual("timestamp_ms"u8) => MessageField.ImageTimestamp,
        _ => MessageField.Other,
    };

    /// <summary>The phase that a text names (conformance 293, 294).</summary>
    internal static CallPhase Phase(ReadOnlySpan<byte> text) => text.Length switch
    {
        3 when text.SequenceEqual("pre"u8) => CallPhase.Pre,
        4 when text.SequenceEqual("info"u8) => CallPhase.Info,
        5 when text.SequenceEqual("setup"u8) => CallPhase.Setup,
        5 when text.SequenceEqual("reset"u8) => CallPhase.Reset,
        7 when text.SequenceEqual("execute"u8) => CallPhase.Execute,
        7 when text.SequenceEqual("session"u8) => CallPhase.Session,
        8 when text.SequenceEqual("teardown"u8) => CallPhase.Teardown,
        13 when text.SequenceEqual("on_step_start"u8) => CallPhase.StepStart,
        14 when text.SequenceEqual("on_step_finish"u8) => CallPhase.StepFinish,
        _ => CallPhase.Unknown,
    };

    /// <summary>The text of a phase, as results echo it (conformance 292).</summary>
    internal static ReadOnlySpan<byte> Text(CallPhase phase) => phase switch
    {
        CallPhase.Pre => "pre"u8,
        CallPhase.Info => "info"u8,
        CallPhase.Setup => "setup"u8,
        CallPhase.Reset => "reset"u8,
        CallPhase.Teardown => "teardown"u8,
        CallPhase.StepStart => "on_step_start"u8,
        CallPhase.StepFinish => "on_step_finish"u8,
        CallPhase.Session => "session"u8,
        _ => "execute"u8,
    };

    /// <summary>The phase that a <c>method</c> names: that of the Python method, or any phase (conformance 265).</summary>
    internal static CallPhase Method(ReadOnlySpan<byte> text) =>
        text.SequenceEqual("pre_execute"u8) ? CallPhase.Pre
        : text.SequenceEqual("get_info"u8) ? CallPhase.Info
        : Phase(text);

    /// <summary>The kind of frame that a <c>type</c> names (conformance 263, C41).</summary>
    internal static MessageType Type(ReadOnlySpan<byte> text) => text.Length switch
    {
        4 when text.SequenceEqual("call"u8) => MessageType.Call,
        4 when text.SequenceEqual("ping"u8) => MessageType.Ping,
        4 when text.SequenceEqual("pong"u8) => MessageType.Pong,
        4 when text.SequenceEqual("stop"u8) => MessageType.Shutdown,
        5 when text.SequenceEqual("hello"u8) => MessageType.Hello,
        5 when text.SequenceEqual("error"u8) => MessageType.Error,
        6 when text.SequenceEqual("result"u8) => MessageType.Result,
        8 when text.SequenceEqual("shutdown"u8) => MessageType.Shutdown,
        _ => MessageType.Unknown,
    };
}

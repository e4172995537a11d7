namespace ProcVision.Protocol;

/// <summary>
/// A frame as it came in. Fields are taken from <c>data</c> (or <c>payload</c>) and then from the top level (conformance 265, 266, C41);
/// the order of keys does not matter. Spans are borrowed from the frame's body or the parser's scratch: valid until either is reused.
/// </summary>
internal ref struct IncomingMessage
{
    /// <summary>The kind of frame.</summary>
    internal MessageType Type { get; set; }

    /// <summary>The text of <c>type</c>, unescaped.</summary>
    internal ReadOnlySpan<byte> TypeText { get; set; }

    /// <summary>The request id as raw JSON, to be echoed byte for byte: a string, a number or <c>null</c>; empty when the frame has none.</summary>
    internal ReadOnlySpan<byte> RequestId { get; set; }

    /// <summary>What a call asks for.</summary>
    internal CallPhase Phase { get; set; }

    /// <summary>
    /// What is wrong with the fields of a call, if anything: answer <see cref="FrameProblem.Code"/> 1000 with an <c>error</c> frame and 1006 with a
    /// <c>result</c> of this phase and step (<see cref="FrameWriter.Refuse"/> does both).
    /// </summary>
    internal FrameProblem Problem { get; set; }

    /// <summary>The step's index; 1 where the frame has 0, null or none.</summary>
    internal int Step { get; set; }

    /// <summary>The frame had step 0, null or none, and it became 1: worth a warning (C2, conformance 300).</summary>
    internal bool StepWasMadeOne { get; set; }

    /// <summary>The pid, unescaped; empty without one.</summary>
    internal ReadOnlySpan<byte> Pid { get; set; }

    /// <summary><c>session.id</c>, unescaped; empty without one.</summary>
    internal ReadOnlySpan<byte> SessionId { get; set; }

    /// <summary><c>session.context</c> as raw JSON object; empty without one.</summary>
    internal ReadOnlySpan<byte> SessionContext { get; set; }

    /// <summary><c>session.state_region</c> (<c>session_state:v1</c>); none without one.</summary>
    internal RegionRequest Region { get; set; }

    /// <summary><c>user_params</c> as raw JSON object; empty without one.</summary>
    internal ReadOnlySpan<byte> UserParams { get; set; }

    /// <summary><c>shared_mem_id</c>, or the execute-only profile's <c>guide_image_shm_id</c>, unescaped; empty without one.</summary>
    internal ReadOnlySpan<byte> ImageId { get; set; }

    /// <summary><c>image_meta</c>, or the execute-only profile's <c>guide_image_meta</c>, where it is complete.</summary>
    internal ImageMeta ImageMeta { get; set; }

    /// <summary>What is missing in that meta or of the wrong kind, else null: 1006 (conformance 192).</summary>
    internal string? ImageMetaProblem { get; set; }

    /// <summary>The execute-only profile's guide; empty in any other call.</summary>
    internal GuideRequest Guide { get; set; }

    /// <summary><c>data.deadline_ms</c>: milliseconds left when the frame is read (deadline:v1); null without one.</summary>
    internal long? DeadlineMs { get; set; }

    /// <summary>A Runner's hello: its <c>runner_version</c>, unescaped (conformance 276).</summary>
    internal ReadOnlySpan<byte> RunnerVersion { get; set; }

    /// <summary>A Runner's hello: its <c>capabilities</c> as raw JSON; empty without.</summary>
    internal ReadOnlySpan<byte> Capabilities { get; set; }

    /// <summary>A Runner's hello: <c>heartbeat_interval_ms</c>; null without.</summary>
    internal long? HeartbeatIntervalMs { get; set; }

    /// <summary>A Runner's hello: <c>heartbeat_grace_ms</c>; null without.</summary>
    internal long? HeartbeatGraceMs { get; set; }

    /// <summary>The call of a step; for phases pre, execute, reset and the step hooks, and for the execute-only profile.</summary>
    internal readonly StepRequest ToStepRequest() => new()
    {
        Phase = Phase is CallPhase.Pre or CallPhase.StepStart ? ProcVision.Phase.Pre : ProcVision.Phase.Execute,
        Step = Step,
        Pid = Pid,
        SessionId = SessionId,
        SessionContext = SessionContext,
        Region = Region,
        UserParams = UserParams,
        ImageId = ImageId,
        ImageMeta = ImageMeta,
        ImageMetaProblem = ImageMetaProblem,
        IsExecuteOnly = Phase == CallPhase.ExecuteOnly,
        Guide = Guide,
    };
}

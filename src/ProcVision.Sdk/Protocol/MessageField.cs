namespace ProcVision.Protocol;

/// <summary>The fields of a frame that this side reads.</summary>
internal enum MessageField : byte
{
    Type,
    RequestId,
    Method,
    Payload,
    Data,
    Phase,
    StepIndex,
    Pid,
    Session,
    SessionId,
    SessionContext,
    UserParams,
    ImageId,
    ImageMeta,
    ImageWidth,
    ImageHeight,
    ImageTimestamp,
    ImageCamera,
    ImageColorSpace,
    GuideImageId,
    DeadlineMs,
    RunnerVersion,
    Capabilities,
    HeartbeatIntervalMs,
    HeartbeatGraceMs,

    /// <summary>Any other key: validated and skipped.</summary>
    Other,
}

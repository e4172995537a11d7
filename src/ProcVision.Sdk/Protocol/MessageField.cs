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

    /// <summary><c>session.state_region</c>.</summary>
    Region,

    RegionName,
    RegionGeneration,
    UserParams,
    ImageId,
    ImageMeta,
    ImageWidth,
    ImageHeight,
    ImageTimestamp,
    ImageCamera,
    ImageColorSpace,

    /// <summary><c>step_desc</c>.</summary>
    StepDescription,

    /// <summary><c>guide_info</c>.</summary>
    GuideInfo,

    /// <summary><c>cur_image_shm_id</c>: the guide picture, not the camera's (C6).</summary>
    GuidePictureId,

    /// <summary><c>cur_image_meta</c>.</summary>
    GuidePictureMeta,

    /// <summary><c>guide_image_shm_id</c>: the camera's picture (C6).</summary>
    CameraPictureId,

    /// <summary><c>guide_image_meta</c>.</summary>
    CameraPictureMeta,

    DeadlineMs,
    RunnerVersion,
    Capabilities,
    HeartbeatIntervalMs,
    HeartbeatGraceMs,

    /// <summary>Any other key: validated and skipped.</summary>
    Other,
}

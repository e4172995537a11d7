namespace ProcVision;

/// <summary>The codes of a result with status ERROR (conformance 172–180, C24). On the wire they are four-digit strings.</summary>
public enum ErrorCode
{
    /// <summary>The pid is not among the manifest's <c>supported_pids</c>.</summary>
    InvalidPid = 1001,

    /// <summary>The picture is missing, cannot be decoded, or is not what its meta says.</summary>
    ImageLoadFailed = 1002,

    /// <summary>A model, configuration or asset is missing, or something an earlier step should have left in the session.</summary>
    ModelNotFound = 1003,

    /// <summary>The GPU has no memory left.</summary>
    GpuOutOfMemory = 1004,

    /// <summary>The call took longer than it may.</summary>
    Timeout = 1005,

    /// <summary>A parameter or a field of the call is missing, of the wrong type or out of range.</summary>
    InvalidParams = 1006,

    /// <summary>A rectangle is not inside the picture.</summary>
    CoordinateInvalid = 1007,

    /// <summary>Anything else.</summary>
    Unknown = 9999,
}

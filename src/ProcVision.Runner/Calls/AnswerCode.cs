namespace ProcVision.Runner;

/// <summary>The codes a Runner gives by itself, as they stand on the wire (conformance 172–180, C24).</summary>
internal static class AnswerCode
{
    public const string InvalidPid = "1001";

    public const string ImageLoadFailed = "1002";

    /// <summary>Also a process that ended or cannot be started (conformance 177).</summary>
    public const string Timeout = "1005";

    public const string InvalidParams = "1006";

    public const string CoordinateInvalid = "1007";

    public const string ModelNotFound = "1003";

    public const string GpuOutOfMemory = "1004";

    /// <summary>Also an algorithm that does not speak the protocol, and a broken pipe (conformance 180).</summary>
    public const string Unknown = "9999";
}

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>The states of a process (conformance 324).</summary>
internal enum PlatformState
{
    Starting,
    Running,
    Executing,
    Stopped,
    Error,
}

/// <summary>How a stop ended (conformance 515).</summary>
internal enum PlatformStop
{
    /// <summary>SIGTERM was enough.</summary>
    Terminated,

    /// <summary>SIGKILL was needed.</summary>
    Killed,
}

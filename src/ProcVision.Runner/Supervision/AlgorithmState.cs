namespace ProcVision.Runner;

/// <summary>Where a supervised algorithm is in its life (conformance 322–324).</summary>
public enum AlgorithmState
{
    /// <summary>No process, and none is wanted: not yet called, or disposed.</summary>
    Stopped,

    /// <summary>The process is started; its handshake goes on.</summary>
    Starting,

    /// <summary>The handshake is done; it waits for calls.</summary>
    Running,

    /// <summary>A call has no answer yet.</summary>
    Executing,

    /// <summary>The process has failed; the time before the next start goes by (C47).</summary>
    Waiting,

    /// <summary>The breaker is open: calls are refused with 1005 (conformance 332).</summary>
    Broken,
}

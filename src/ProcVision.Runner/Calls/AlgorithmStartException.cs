namespace ProcVision.Runner;

/// <summary>An algorithm process that did not come to the end of its handshake. It has been ended and reaped.</summary>
/// <param name="errorCode">The code of its <c>error</c> frame, for example 1003 for a failed <c>Setup</c>; 1005 when it ended or said nothing
/// (conformance 281); 9999 when it said something else.</param>
/// <param name="message">What happened, for people.</param>
/// <param name="exitCode">The exit code; null when it had to be killed, or never ran.</param>
/// <param name="stderr">Its last lines on stderr, 50 at most (conformance 516).</param>
public sealed class AlgorithmStartException(string errorCode, string message, int? exitCode, IReadOnlyList<string> stderr) : Exception(message)
{
    /// <summary>Four digits (conformance 172).</summary>
    public string ErrorCode { get; } = errorCode;

    /// <summary>The exit code; null when the process had to be killed, or never ran.</summary>
    public int? ExitCode { get; } = exitCode;

    /// <summary>The last lines on stderr, the oldest first.</summary>
    public IReadOnlyList<string> Stderr { get; } = stderr;
}

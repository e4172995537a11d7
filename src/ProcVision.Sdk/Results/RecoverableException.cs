namespace ProcVision;

/// <summary>The same call may succeed when it is made again: 9999, kind <c>recoverable</c> (conformance 187, C5).</summary>
public sealed class RecoverableException : AlgorithmException
{
    /// <summary>With what happened and what to do.</summary>
    public RecoverableException(string message)
        : this(message, null)
    {
    }

    /// <summary>With what happened and why.</summary>
    public RecoverableException(string message, Exception? innerException)
        : base(ErrorCode.Unknown, "recoverable", message, innerException)
    {
    }
}

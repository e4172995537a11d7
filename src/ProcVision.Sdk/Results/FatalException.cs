namespace ProcVision;

/// <summary>This process cannot go on: 9999, kind <c>fatal</c>; the Runner ends it and starts another (conformance 187, C5).</summary>
public sealed class FatalException : AlgorithmException
{
    /// <summary>With what happened and what to do.</summary>
    public FatalException(string message)
        : this(message, null)
    {
    }

    /// <summary>With what happened and why.</summary>
    public FatalException(string message, Exception? innerException)
        : base(ErrorCode.Unknown, "fatal", message, innerException)
    {
    }
}

namespace ProcVision;

/// <summary>A mistake in the algorithm: 9999, kind <c>program</c>, not retried (C5).</summary>
public sealed class ProgramException : AlgorithmException
{
    /// <summary>With what happened and what to do.</summary>
    public ProgramException(string message)
        : this(message, null)
    {
    }

    /// <summary>With what happened and why.</summary>
    public ProgramException(string message, Exception? innerException)
        : base(ErrorCode.Unknown, "program", message, innerException)
    {
    }
}

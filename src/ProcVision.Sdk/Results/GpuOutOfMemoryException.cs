namespace ProcVision;

/// <summary>The GPU has no memory left: 1004, kind <c>fatal</c>; never retried in the same process (C25).</summary>
public sealed class GpuOutOfMemoryException : AlgorithmException
{
    /// <summary>With what happened and what to do.</summary>
    public GpuOutOfMemoryException(string message)
        : this(message, null)
    {
    }

    /// <summary>With what happened and why.</summary>
    public GpuOutOfMemoryException(string message, Exception? innerException)
        : base(ErrorCode.GpuOutOfMemory, "fatal", message, innerException)
    {
    }
}

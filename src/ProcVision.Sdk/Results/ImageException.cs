namespace ProcVision;

/// <summary>The picture cannot be had: its file passed the checks before the step but its body is broken. 1002 (C30); kind <c>program</c> is not sent for it.</summary>
public sealed class ImageException : AlgorithmException
{
    /// <summary>With what happened and what to do.</summary>
    public ImageException(string message)
        : this(message, null)
    {
    }

    /// <summary>With what happened and why.</summary>
    public ImageException(string message, Exception? innerException)
        : base(ErrorCode.ImageLoadFailed, "program", message, innerException)
    {
    }
}

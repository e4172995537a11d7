namespace ProcVision;

/// <summary>A session value that cannot be read or stored; the message names the key and what to do. Nothing was changed.</summary>
public sealed class SessionException : Exception
{
    /// <summary>With key, cause and cure.</summary>
    public SessionException(string message)
        : base(message)
    {
    }

    /// <summary>With key, cause and cure, and what was thrown on the way.</summary>
    public SessionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

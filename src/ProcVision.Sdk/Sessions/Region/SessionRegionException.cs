namespace ProcVision;

/// <summary>A session region that is not one, or not the one that was asked for; the message says why. Nothing in it was used.</summary>
public sealed class SessionRegionException : Exception
{
    /// <summary>With cause and cure.</summary>
    public SessionRegionException(string message)
        : base(message)
    {
    }
}

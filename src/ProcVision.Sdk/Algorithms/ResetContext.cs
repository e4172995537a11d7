namespace ProcVision;

/// <summary>
/// What <c>Reset</c> gets when a detection is interrupted or repeated: clear what belongs to this detection, never models (conformance 54).
/// When it returns, the session's values are removed.
/// </summary>
public readonly struct ResetContext
{
    internal ResetContext(Session session, StructuredLogger log)
    {
        Session = session;
        Log = log;
    }

    /// <summary>The detection's session, still as the interrupted detection left it.</summary>
    public Session Session { get; }

    /// <summary>Lines on stderr.</summary>
    public StructuredLogger Log { get; }
}

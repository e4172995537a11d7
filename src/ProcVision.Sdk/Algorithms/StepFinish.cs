namespace ProcVision;

/// <summary>
/// What <c>OnStepFinish</c> gets: once per step, after execute, after a pre call that ended with ERROR, or when another step or session
/// begins (C3, conformance 53).
/// </summary>
public readonly struct StepFinish
{
    internal StepFinish(int step, string pid, Session session, StructuredLogger log, Verdict verdict, ErrorCode? error, string message)
    {
        Step = step;
        Pid = pid;
        Session = session;
        Log = log;
        Verdict = verdict;
        Error = error;
        Message = message;
    }

    /// <summary>The step's index, from 1.</summary>
    public int Step { get; }

    /// <summary>The product id of the call.</summary>
    public string Pid { get; }

    /// <summary>The detection's session.</summary>
    public Session Session { get; }

    /// <summary>Lines on stderr.</summary>
    public StructuredLogger Log { get; }

    /// <summary>The verdict; <see cref="Verdict.None"/> when the step ended with ERROR or before execute.</summary>
    public Verdict Verdict { get; }

    /// <summary>The code when the step ended with ERROR, else null.</summary>
    public ErrorCode? Error { get; }

    /// <summary>The last call's message, or the NG reason.</summary>
    public string Message { get; }
}

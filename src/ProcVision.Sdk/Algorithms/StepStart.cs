namespace ProcVision;

/// <summary>What <c>OnStepStart</c> gets: once per step, before its pre call (C3, conformance 52, 72).</summary>
public readonly struct StepStart
{
    internal StepStart(int step, string pid, Session session, StructuredLogger log)
    {
        Step = step;
        Pid = pid;
        Session = session;
        Log = log;
    }

    /// <summary>The step's index, from 1.</summary>
    public int Step { get; }

    /// <summary>The product id of the call.</summary>
    public string Pid { get; }

    /// <summary>The detection's session; typed: <c>TraySession.Over(start.Session)</c>.</summary>
    public Session Session { get; }

    /// <summary>Lines on stderr.</summary>
    public StructuredLogger Log { get; }
}

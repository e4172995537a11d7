namespace ProcVision.Runner;

/// <summary>Whether an algorithm can be called, told apart by what to do about it.</summary>
public enum HealthVerdict
{
    /// <summary>It has shown lately that it answers.</summary>
    Ready,

    /// <summary>A call is within its time; that a Python algorithm answers no ping meanwhile means nothing (conformance 289, C44).</summary>
    Busy,

    /// <summary>Alive, but it has not answered for longer than it should.</summary>
    Stuck,

    /// <summary>There is no process that could answer: it has ended, is being started, or none was asked for yet.</summary>
    Dead,

    /// <summary>The breaker is open: somebody has to look (conformance 332).</summary>
    Broken,
}

namespace ProcVision;

/// <summary>The call that runs, as every line written meanwhile names it (conformance 477).</summary>
internal readonly struct LogScope(int step, Phase phase, string pid, Session session)
{
    internal int Step { get; } = step;

    internal Phase Phase { get; } = phase;

    internal string Pid { get; } = pid;

    internal Session? Session { get; } = session;
}

namespace ProcVision.Runner;

/// <summary>An algorithm that can die or fall silent by itself.</summary>
internal interface ISupervisable : IHostedAlgorithm
{
    /// <summary>Its process.</summary>
    int Pid { get; }

    /// <summary>From its start to its hello.</summary>
    TimeSpan StartTime { get; }

    /// <summary>Completes, and never fails, when it will answer nothing more.</summary>
    Task Ended { get; }

    /// <summary>What it said, without being asked, about why it cannot go on; null when it said nothing (conformance 278).</summary>
    LastWord? LastWord { get; }

    /// <summary>The last lines that it wrote for people, the oldest first.</summary>
    IReadOnlyList<string> Stderr { get; }

    /// <summary>Whether it answers within the heartbeat's grace, also beside a call.</summary>
    Task<bool> PingAsync(CancellationToken cancellation = default);
}

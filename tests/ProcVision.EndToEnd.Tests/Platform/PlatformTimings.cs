namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>How long the platform waits for what. Tests that run into a limit take a shorter one.</summary>
internal sealed record PlatformTimings
{
    /// <summary>For hello (conformance 281, 513).</summary>
    internal TimeSpan Hello { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the answer to a call: the platform gives info 5 s (306), pre 30 s and execute 100 s (327, 328).</summary>
    internal TimeSpan Call { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Between two looks for an answer (343).</summary>
    internal TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Between SIGTERM and SIGKILL (515).</summary>
    internal TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Between two pings (287, 514).</summary>
    internal TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(50_000);

    /// <summary>How much later than an interval a pong may be (287, 514).</summary>
    internal TimeSpan HeartbeatGrace { get; init; } = TimeSpan.FromMilliseconds(20_000);
}

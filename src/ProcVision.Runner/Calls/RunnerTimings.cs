namespace ProcVision.Runner;

/// <summary>How long a Runner waits. The defaults are the specification's; the other presets are what is in use (C43).</summary>
public sealed record RunnerTimings
{
    /// <summary>The specification (conformance 206, 207, 286, 329).</summary>
    public static RunnerTimings Spec { get; } = new();

    /// <summary>The example file <c>runner_config.json</c> (conformance 483–486).</summary>
    public static RunnerTimings ConfigExample { get; } = new()
    {
        PreExecute = TimeSpan.FromSeconds(3),
        Execute = TimeSpan.FromSeconds(5),
    };

    /// <summary>Today's platform application (conformance 483–486, 515).</summary>
    public static RunnerTimings Platform { get; } = new()
    {
        PreExecute = TimeSpan.FromSeconds(30),
        Execute = TimeSpan.FromSeconds(100),
        HeartbeatInterval = TimeSpan.FromSeconds(50),
        HeartbeatGrace = TimeSpan.FromSeconds(20),
        TerminateGrace = TimeSpan.FromSeconds(2),
    };

    /// <summary>From the start of the process to its hello: 30 s (conformance 513).</summary>
    public TimeSpan Handshake { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A pre call: 10 s.</summary>
    public TimeSpan PreExecute { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>An execute call: 30 s.</summary>
    public TimeSpan Execute { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From one ping to the next, as told to the algorithm in hello: 5 s.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a pong may take: 2 s.</summary>
    public TimeSpan HeartbeatGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The answer with the values of a session, for a report: 5 s.</summary>
    public TimeSpan SessionValues { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The answer with the algorithm's description: 5 s (conformance 306).</summary>
    public TimeSpan Info { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>From the <c>shutdown</c> frame to the end of the process, before it gets SIGTERM: 3 s.</summary>
    public TimeSpan ShutdownGrace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From SIGTERM to SIGKILL: 3 s.</summary>
    public TimeSpan TerminateGrace { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The limit of one kind of call.</summary>
    public TimeSpan Of(Phase phase) => phase == Phase.Pre ? PreExecute : Execute;

    /// <summary>The limit of a call, given or not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is over already, or longer than a timer can wait (24 days).</exception>
    internal TimeSpan LimitOf(Phase phase, TimeSpan? given) => Checked(given ?? Of(phase), nameof(given), TimeSpan.FromMilliseconds(1));

    /// <exception cref="ArgumentOutOfRangeException">One of them is negative, or longer than a timer can wait (24 days).</exception>
    internal void Check()
    {
        Checked(Handshake, nameof(Handshake), TimeSpan.Zero);
        Checked(PreExecute, nameof(PreExecute), TimeSpan.Zero);
        Checked(Execute, nameof(Execute), TimeSpan.Zero);
        Checked(HeartbeatInterval, nameof(HeartbeatInterval), TimeSpan.FromMilliseconds(1));
        Checked(HeartbeatGrace, nameof(HeartbeatGrace), TimeSpan.Zero);
        Checked(SessionValues, nameof(SessionValues), TimeSpan.Zero);
        Checked(Info, nameof(Info), TimeSpan.Zero);
        Checked(ShutdownGrace, nameof(ShutdownGrace), TimeSpan.Zero);
        Checked(TerminateGrace, nameof(TerminateGrace), TimeSpan.Zero);
    }

    private static TimeSpan Checked(TimeSpan time, string name, TimeSpan least) => time >= least && time.TotalMilliseconds <= int.MaxValue
        ? time
        : throw new ArgumentOutOfRangeException(name, time, $"{name} must be {least.TotalMilliseconds} to {int.MaxValue} ms");
}

namespace ProcVision.Runner;

/// <summary>How a Runner treats its algorithms. The defaults are the specification's; the other presets are what is in use (C43, C47).</summary>
public sealed record RunnerOptions
{
    /// <summary>The specification.</summary>
    public static RunnerOptions Spec { get; } = new();

    /// <summary>The example file <c>runner_config.json</c> (conformance 483–487).</summary>
    public static RunnerOptions ConfigExample { get; } = new() { Timings = RunnerTimings.ConfigExample };

    /// <summary>Today's platform application: its times, and it never calls again (conformance 330, 483–486).</summary>
    public static RunnerOptions Platform { get; } = new() { Timings = RunnerTimings.Platform, Supervision = new() { MaxRetries = 0 } };

    /// <summary>How long things may take.</summary>
    public RunnerTimings Timings { get; init; } = RunnerTimings.Spec;

    /// <summary>When an algorithm is called again, started again, and given up.</summary>
    public SupervisionOptions Supervision { get; init; } = new();

    /// <summary>What is wrong with them, each with key, value and what is allowed; empty when nothing is.</summary>
    public IReadOnlyList<string> Problems() => [.. OptionKeys.All.Select(key => key.Problem(this)).OfType<string>(), .. Contradictions()];

    private IEnumerable<string> Contradictions()
    {
        if (Timings.HeartbeatGrace > Timings.HeartbeatInterval)
        {
            yield return $"heartbeat_grace_ms {Timings.HeartbeatGrace.TotalMilliseconds:0} 不能大于 heartbeat_interval_ms {Timings.HeartbeatInterval.TotalMilliseconds:0}："
                + "下一次心跳会在上一次有结果之前发出";
        }
    }
}

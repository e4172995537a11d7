namespace ProcVision.Runner;

/// <summary>The facts that health is made of. Thread-safe.</summary>
internal sealed class Vitals(TimeProvider clock)
{
    private const long Never = long.MinValue;

    private long _heard = Never;
    private long _called = Never;
    private long _started = Never;
    private long _signs;

    /// <summary>How long the call goes on that has no answer; null without one.</summary>
    public TimeSpan? CallAge => Age(ref _called);

    /// <summary>How long ago the last sign of life was; null before the first.</summary>
    public TimeSpan? HeardAge => Age(ref _heard);

    /// <summary>How many signs of life there were; compared, it tells whether there was one meanwhile.</summary>
    public long Signs => Volatile.Read(ref _signs);

    /// <summary>How long ago it said hello and nothing since; null once it has answered anything. Today's SDK says hello before it loads the algorithm (conformance 278).</summary>
    public TimeSpan? LoadingAge => Age(ref _started);

    /// <summary>It has said hello.</summary>
    public void Started()
    {
        long now = clock.GetTimestamp();
        Volatile.Write(ref _started, now);
        Volatile.Write(ref _heard, now);
    }

    /// <summary>It has answered something.</summary>
    public void Heard()
    {
        Volatile.Write(ref _heard, clock.GetTimestamp());
        Volatile.Write(ref _started, Never);
        Interlocked.Increment(ref _signs);
    }

    public void CallBegins() => Volatile.Write(ref _called, clock.GetTimestamp());

    public void CallEnds() => Volatile.Write(ref _called, Never);

    /// <summary>What the facts come to.</summary>
    /// <param name="state">Where its life is.</param>
    /// <param name="isUsable">Whether there is a process whose pipes are open.</param>
    /// <param name="reason">Why it is where it is.</param>
    /// <param name="timings">What it was told about heartbeats.</param>
    /// <param name="misses">How many pings in a row may stay unanswered.</param>
    /// <param name="isPinged">Whether anything is heard of it between calls; what is called in this process is not pinged.</param>
    /// <param name="callLimit">The longest that a call may take.</param>
    public AlgorithmHealth Health(AlgorithmState state, bool isUsable, string reason, RunnerTimings timings, int misses, bool isPinged, TimeSpan callLimit)
    {
        var age = HeardAge;
        var call = CallAge;
        var silence = (timings.HeartbeatInterval + timings.HeartbeatGrace) * misses;
        var (verdict, why) = state switch
        {
            AlgorithmState.Broken => (HealthVerdict.Broken, reason),
            AlgorithmState.Executing when isUsable && call is { } time => time <= callLimit
                ? (HealthVerdict.Busy, $"调用进行中: {time.TotalSeconds:0.0} s")
                : (HealthVerdict.Stuck, $"调用已超过时限 {callLimit.TotalSeconds:0.0} s: {time.TotalSeconds:0.0} s"),
            AlgorithmState.Executing or AlgorithmState.Running when isUsable && isPinged && LoadingAge is { } loading && loading > timings.HeartbeatGrace => loading <= timings.Handshake
                ? (HealthVerdict.Busy, $"hello 之后还没有应答，可能仍在加载: {loading.TotalSeconds:0.0} s")
                : (HealthVerdict.Stuck, $"hello 之后 {loading.TotalSeconds:0.0} s 没有任何应答"),
            AlgorithmState.Executing or AlgorithmState.Running when isUsable => !isPinged || age <= silence
                ? (HealthVerdict.Ready, "")
                : (HealthVerdict.Stuck, $"{age?.TotalSeconds:0.0} s 没有任何应答"),
            AlgorithmState.Starting => (HealthVerdict.Dead, "正在启动"),
            AlgorithmState.Stopped => (HealthVerdict.Dead, reason.Length > 0 ? reason : "没有启动"),
            _ => (HealthVerdict.Dead, reason.Length > 0 ? reason : "进程已结束"),
        };
        return new(verdict, clock.GetUtcNow() - age, age, call, why);
    }

    private TimeSpan? Age(ref long time) => Volatile.Read(ref time) is var since && since == Never ? null : clock.GetElapsedTime(since);
}

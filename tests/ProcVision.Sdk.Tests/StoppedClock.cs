namespace ProcVision.Sdk.Tests;

/// <summary>Time that passes only when a test says so.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private long _ticks = TimeSpan.TicksPerDay;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(_ticks);

    internal void Pass(TimeSpan time) => _ticks += time.Ticks;
}

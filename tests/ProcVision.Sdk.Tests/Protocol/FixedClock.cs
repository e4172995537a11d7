namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>Stands at 1714000000000 ms.</summary>
internal sealed class FixedClock : TimeProvider
{
    internal static FixedClock Instance { get; } = new();

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(1714000000000);
}

using System.Diagnostics;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>Pings without a request_id (conformance 285, 514); a missing pong counts only while no call runs (290).</summary>
internal sealed class PlatformHeartbeat : IDisposable
{
    private readonly PlatformEngine _engine;
    private readonly PlatformTimings _timings;
    private readonly Timer _timer;
    private long _lastPong = Stopwatch.GetTimestamp();
    private int _pongsDuringCalls;

    internal PlatformHeartbeat(PlatformEngine engine, PlatformTimings timings)
    {
        _engine = engine;
        _timings = timings;
        _timer = new Timer(_ => Beat(), null, timings.HeartbeatInterval, timings.HeartbeatInterval);
    }

    internal int PongsDuringCalls => Volatile.Read(ref _pongsDuringCalls);

    internal void OnPong()
    {
        Volatile.Write(ref _lastPong, Stopwatch.GetTimestamp());
        if (_engine.State == PlatformState.Executing)
        {
            Interlocked.Increment(ref _pongsDuringCalls);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Beat()
    {
        var silence = Stopwatch.GetElapsedTime(Volatile.Read(ref _lastPong));
        if (_engine.State == PlatformState.Running && silence > _timings.HeartbeatInterval + _timings.HeartbeatGrace)
        {
            _engine.Log("Heartbeat timeout, restarting...");
            _engine.Stop();
        }
        else if (_engine.State is PlatformState.Running or PlatformState.Executing)
        {
            _engine.Ping();
        }
    }
}

using System.Text;

namespace ProcVision;

/// <summary>
/// What calls of the execute-only profile lack and the host adds (DESIGN §7): the pid, and one session after the other. The manifest's first step
/// begins a session, any other step continues the last one for at most 60 seconds after the last call. A pid or session that a call has all the
/// same counts.
/// </summary>
internal sealed class ExecuteOnlyCalls
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly AlgorithmInstance _instance;
    private readonly StructuredLogger _log;
    private readonly TimeProvider _clock;
    private readonly int _firstStep;
    private readonly byte[] _pid;
    private readonly string _noPid;
    private Session? _session;
    private byte[] _sessionPid = [];
    private long _sessions;
    private long _lastUse;

    /// <param name="instance">The algorithm.</param>
    /// <param name="pid">The product that <c>PROC_PID</c> names; null when nobody says.</param>
    /// <param name="log">For a session that was not continued.</param>
    /// <param name="clock">For the age of the session.</param>
    internal ExecuteOnlyCalls(AlgorithmInstance instance, string? pid, StructuredLogger log, TimeProvider clock)
    {
        _instance = instance;
        _log = log;
        _clock = clock;
        var descriptor = instance.Dispatch.Descriptor;
        _firstStep = descriptor.Steps.Length == 0 ? 0 : descriptor.Steps[0].Index;
        var pids = descriptor.Pids;
        var named = pid ?? (pids.Length == 1 ? pids[0] : null);
        _pid = named is not null && pids.Contains(named) ? Encoding.UTF8.GetBytes(named) : [];
        var cure = $"请将环境变量 PROC_PID 设为 {string.Join("、", pids)} 之一";
        _noPid = named is null
            ? $"产品型号未知: execute-only 调用不带 pid；{cure}"
            : $"不支持的产品型号: PROC_PID={named}；{cure}";
    }

    /// <summary>Runs one call; never throws. What the outcome refers to holds until the next call.</summary>
    internal CallOutcome Run(scoped in StepRequest call, CancellationToken cancellation)
    {
        var pid = call.Pid.IsEmpty ? _pid : call.Pid;
        if (pid.IsEmpty)
        {
            return CallOutcome.Failed(Phase.Execute, call.Step, (int)ErrorCode.InvalidPid, _noPid) with { IsExecuteOnly = true };
        }

        // A pid that is not ours will be refused; the detection that goes on is none of its business.
        var session = call.SessionId.IsEmpty && !call.Region.IsPresent && _instance.Supports(pid) ? SessionOf(call.Step, pid) : null;
        var outcome = _instance.ExecuteOnly(call with { Pid = pid, Session = session }, cancellation);
        _lastUse = _clock.GetTimestamp();
        return outcome;
    }

    private Session SessionOf(int step, scoped ReadOnlySpan<byte> pid)
    {
        if (_session is { } session && step != _firstStep && pid.SequenceEqual(_sessionPid))
        {
            var idle = _clock.GetElapsedTime(_lastUse);
            if (idle <= Lifetime)
            {
                return session;
            }

            _log.Warn(
                $"步骤 {step} 未接续会话: 距上次调用已超过 {(int)Lifetime.TotalSeconds} 秒，会话已重新开始",
                ("dropped_session_id", session.Id),
                ("idle_seconds", (long)idle.TotalSeconds));
        }

        _sessionPid = pid.ToArray();
        return _session = new Session($"execute-only-{++_sessions}");
    }
}

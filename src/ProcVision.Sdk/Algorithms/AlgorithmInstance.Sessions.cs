namespace ProcVision;

/// <content>Where the values of sessions are (<c>session_state:v1</c>), and looking at them (<c>session_values:v1</c>).</content>
internal sealed partial class AlgorithmInstance
{
    /// <summary>The values of a session; none when there is no such session. Neither changes it nor keeps it any longer.</summary>
    /// <param name="id">UTF-8, unescaped.</param>
    /// <param name="pid">UTF-8, unescaped.</param>
    /// <param name="region">Where the call says they are.</param>
    /// <param name="problem">Why there is no answer, when the result is null.</param>
    internal IReadOnlyList<StoredValue>? ValuesOf(scoped ReadOnlySpan<byte> id, scoped ReadOnlySpan<byte> pid, scoped in RegionRequest region, out CallProblem problem)
    {
        problem = default;
        if (_pids.Find(pid) is not { } known)
        {
            problem = UnknownPid(pid);
            return null;
        }

        if (id.IsEmpty || id.Length > SessionCache.LongestId)
        {
            problem = new CallProblem(ErrorCode.InvalidParams, id.IsEmpty ? "缺少 session.id" : $"session.id 过长: {id.Length} 字节 > {SessionCache.LongestId}");
            return null;
        }

        if (region.IsPresent)
        {
            if (_shared.Get(region, id, known, default, out var refusal) is { } session)
            {
                return ValuesOf(session, out problem);
            }

            problem = new CallProblem(ErrorCode.InvalidParams, refusal);
            return null;
        }

        var sessions = _sessions.Of(id, known);
        return sessions.Count == 0 ? [] : ValuesOf(sessions[0], out problem);
    }

    private IReadOnlyList<StoredValue>? ValuesOf(Session session, out CallProblem problem)
    {
        problem = default;
        try
        {
            var content = session.ToContent();
            foreach (var unread in content?.Problems ?? [])
            {
                _log.Warn($"会话值无法读取: {unread}", ("session_id", session.Id));
            }

            return content?.Values ?? [];
        }
        catch (SessionRegionException e)
        {
            problem = new CallProblem(ErrorCode.InvalidParams, e.Message);
            return null;
        }
    }

    /// <summary>Ends every session: those of this process are gone with their values, those of a Runner stay with the Runner.</summary>
    private void EndSessions()
    {
        _sessions.Clear();
        _shared.Clear();
    }

    /// <summary>The session of a call: in the region that the call names, and never anywhere else then; without one, kept by this process.</summary>
    private Session? SessionOf(scoped in StepRequest request, string pid, out string problem)
    {
        if (request.Region.IsPresent)
        {
            return _shared.Get(request.Region, request.SessionId, pid, request.SessionContext, out problem);
        }

        // A hook that is still due for the step before may not write into what is the next detection's by now.
        _shared.EndOver();
        return _sessions.Get(request.SessionId, pid, request.SessionContext, out problem);
    }

    /// <summary>The sessions of a reset; a fresh one where there are none: the detection may have been interrupted before it stored anything.</summary>
    private List<Session>? SessionsOf(scoped in StepRequest request, string? pid, out string problem)
    {
        problem = "";
        if (request.Session is { } given)
        {
            return [given];
        }

        if (request.Region.IsPresent)
        {
            return _shared.Get(request.Region, request.SessionId, pid, request.SessionContext, out problem) is { } shared ? [shared] : null;
        }

        _shared.EndOver();
        var sessions = _sessions.Of(request.SessionId, pid);
        return sessions.Count > 0 ? sessions
            : _sessions.Fresh(request.SessionId, request.SessionContext, out problem) is { } fresh ? [fresh]
            : null;
    }
}

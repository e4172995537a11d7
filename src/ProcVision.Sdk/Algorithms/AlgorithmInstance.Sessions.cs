namespace ProcVision;

/// <content>Looking at what a detection has left (<c>session_values:v1</c>).</content>
internal sealed partial class AlgorithmInstance
{
    /// <summary>Never a session of our own in place of the one that was meant.</summary>
    private static CallProblem NoRegions => new(ErrorCode.InvalidParams, "不支持 session.state_region: session_state:v1 is not among this process's capabilities");

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
            problem = NoRegions;
            return null;
        }

        var sessions = _sessions.Of(id, known);
        return sessions.Count == 0 ? [] : sessions[0].ToValues();
    }
}

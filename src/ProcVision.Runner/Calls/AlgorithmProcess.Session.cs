namespace ProcVision.Runner;

/// <content>Looking at what a detection has left in its session.</content>
public sealed partial class AlgorithmProcess
{
    private SessionRegion? _lent;

    /// <summary>Whether it takes sessions whose values are in the Runner's memory.</summary>
    public bool TakesRegions => Hello.Capabilities.Contains(AlgorithmHello.SessionState);

    /// <summary>
    /// What the algorithm keeps of a detection: none when it does not announce <c>session_values:v1</c>, has ended, or gives no good answer in
    /// time; the last is a line for the log and never a failure.
    /// </summary>
    /// <param name="session">The detection's session.</param>
    /// <param name="cancellation">Gives up waiting; the process is then only good for <see cref="DisposeAsync"/>.</param>
    /// <exception cref="InvalidOperationException">A call has no answer yet (conformance 303).</exception>
    public async Task<IReadOnlyList<SessionValue>> SessionValuesAsync(SessionIdentity session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!IsUsable || !Hello.Capabilities.Contains(AlgorithmHello.SessionValues))
            return [];

        string id = NextId();
        byte[] frame = RunnerFrames.Session(id, session);
        if (Interlocked.Exchange(ref _calls, 1) == 1)
            throw new InvalidOperationException("a call is still waiting for its answer");

        var pending = _conversation.ExpectAnswer(id);
        _ = _conversation.SendAsync(frame);
        var wait = await WaitAsync(pending.Frame, _timings.SessionValues, cancellation).ConfigureAwait(false);
        _conversation.ForgetAnswer();
        string problem = Words.Of($"{(long)_timings.SessionValues.TotalMilliseconds} ms 内没有应答", $"no answer within {(long)_timings.SessionValues.TotalMilliseconds} ms");
        if (wait == WaitEnd.Answered)
        {
            Volatile.Write(ref _calls, 0);
            if (SessionAnswer.Read((await pending.Frame.ConfigureAwait(false)).Json, out problem) is { } values)
                return values;
        }
        else
        {
            // Whoever is stuck in this would not answer the next call either.
            _healthy = false;
            if (wait == WaitEnd.Broken)
                problem = (await _conversation.Ended.ConfigureAwait(false)).Violation ?? Words.Of("进程已结束", "the process has ended");
        }

        _log(Words.Of($"没有取到会话值: {problem}", $"no session values: {problem}"));
        return [];
    }

    /// <summary>From now on the process may write to the region.</summary>
    private void Lend(SessionRegion? region)
    {
        try
        {
            region?.BeginCall();
        }
        catch (InvalidOperationException)
        {
            Volatile.Write(ref _calls, 0);
            throw;
        }

        _lent = region;
    }

    /// <summary>The call has its answer, or the process is gone.</summary>
    private void TakeBack() => Interlocked.Exchange(ref _lent, null)?.EndCall();
}

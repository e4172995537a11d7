namespace ProcVision.Runner;

/// <content>Asking an algorithm what it is.</content>
public sealed partial class AlgorithmProcess
{
    private AlgorithmInfoAnswer? _info;

    /// <summary>
    /// What the algorithm says it is, asked once and as the platform asks (conformance 295, 306, 519). Not every algorithm can tell: one of the
    /// execute-only kind answers with error 1000, and that is no failure (C45). One that does not answer in time is not usable afterwards, for a
    /// late answer without id would be taken for that of the next call (conformance 518).
    /// </summary>
    /// <param name="cancellation">Gives up waiting; the process is then only good for <see cref="DisposeAsync"/>.</param>
    /// <exception cref="InvalidOperationException">A call has no answer yet (conformance 303).</exception>
    public async Task<AlgorithmInfoAnswer> InfoAsync(CancellationToken cancellation = default)
    {
        if (!IsUsable)
            return new(null, Words.Of("进程已结束", "the process has ended"));
        if (_info is { } known)
            return known;
        string id = NextId();
        byte[] question = RunnerFrames.Info(id);
        if (Interlocked.Exchange(ref _calls, 1) == 1)
            throw new InvalidOperationException("a call is still waiting for its answer");

        var pending = _conversation.ExpectAnswer(id);
        _ = _conversation.SendAsync(question);
        var wait = await WaitAsync(pending.Frame, _timings.Info, cancellation).ConfigureAwait(false);
        _conversation.ForgetAnswer();
        if (wait == WaitEnd.Answered)
        {
            Volatile.Write(ref _calls, 0);
            var frame = await pending.Frame.ConfigureAwait(false);
            var answer = AlgorithmInfoAnswer.Read(frame.Json);
            if (frame.RequestId is not null || answer.Info is not null)
                return _info = answer;
            // Today's SDK gives the id back. An error without one may be about its start (conformance 278), and then it is about to end.
            _conversation.TakeAsStray(frame);
            return answer with { IsFinal = false };
        }

        _healthy = false;
        return new(null, wait == WaitEnd.TooLate
            ? Words.Of($"info 超时: {(long)_timings.Info.TotalMilliseconds} ms 内没有应答", $"info took too long: no answer within {(long)_timings.Info.TotalMilliseconds} ms")
            : (await _conversation.Ended.ConfigureAwait(false)).Violation ?? Words.Of("进程已结束", "the process has ended"));
    }
}

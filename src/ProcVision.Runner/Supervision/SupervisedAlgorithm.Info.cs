namespace ProcVision.Runner;

/// <content>Asking it what it is, once.</content>
public sealed partial class SupervisedAlgorithm
{
    private AlgorithmInfoAnswer? _info;
    private bool _hasFailedAtInfo;

    /// <summary>
    /// What it says it is. The first answer is kept, also that it cannot tell: another process of it would say the same. One that dies or hangs of the
    /// question is asked once more, and then not again.
    /// </summary>
    /// <param name="cancellation">Gives up waiting, and ends the process that was asked.</param>
    public async Task<AlgorithmInfoAnswer> InfoAsync(CancellationToken cancellation = default)
    {
        using var both = await EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (_info is { } known)
                return known;
            // What it died of is for the next call to tell.
            if (_current is { IsUsable: false })
                return new(null, Words.Of("进程已结束", "the process has ended"));
            if (await EnsureAsync(both.Token).ConfigureAwait(false) is { } failure)
                return new(null, failure.Message);
            return await AskAsync(_current!, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await GiveUpAsync("查询 info 被取消").ConfigureAwait(false);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<AlgorithmInfoAnswer> AskAsync(IHostedAlgorithm algorithm, CancellationToken cancellation)
    {
        // A heartbeat that is missed meanwhile says nothing.
        Interlocked.Increment(ref _calls);
        var answer = await algorithm.InfoAsync(cancellation).ConfigureAwait(false);
        if (algorithm.IsUsable)
        {
            if (!answer.IsFinal)
                return answer;
            _vitals.Heard();
            return _info = answer;
        }

        // Not counted against it: no detection was harmed, and it ends after the second time.
        await GiveUpAsync(answer.Reason).ConfigureAwait(false);
        if (_hasFailedAtInfo)
            _info = answer;
        _hasFailedAtInfo = true;
        return answer;
    }

    private void Tell(AlgorithmLogEvent line) => Logged?.Invoke(line with { Algorithm = Name });
}

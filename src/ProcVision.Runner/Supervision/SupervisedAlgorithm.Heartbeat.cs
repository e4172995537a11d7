namespace ProcVision.Runner;

/// <content>What happens without a call: a death is seen at once, silence after a few heartbeats, and both are mended before the next call comes.</content>
public sealed partial class SupervisedAlgorithm
{
    private void Watch(IHostedAlgorithm algorithm)
    {
        if (algorithm is not ISupervisable supervisable)
            return;
        if (_options.RestartWhenIdle)
            _ = RecoverAfterAsync(supervisable);
        _ = BeatAsync(supervisable);
    }

    private async Task RecoverAfterAsync(ISupervisable algorithm)
    {
        await algorithm.Ended.ConfigureAwait(false);
        try
        {
            // Each start is a turn of its own: a call that waits for one goes first.
            while (State is not (AlgorithmState.Broken or AlgorithmState.Stopped))
            {
                using var both = await EnterAsync(CancellationToken.None).ConfigureAwait(false);
                try
                {
                    // What was ended on purpose is not started again before somebody calls.
                    if (State is AlgorithmState.Broken or AlgorithmState.Stopped || await EnsureAsync(both.Token).ConfigureAwait(false) is null)
                        return;
                }
                finally
                {
                    _turn.Release();
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // Disposed meanwhile.
        }
        catch (Exception e)
        {
            // Nobody awaits this; the next call tries again and tells whoever waits for it.
            _log($"{Name}: 重启失败: {e}");
        }
    }

    /// <summary>Pings while nothing else is heard of it. During a call, and from hello to the first answer, silence means nothing as long as its limit is not over.</summary>
    private async Task BeatAsync(ISupervisable algorithm)
    {
        int misses = 0;
        try
        {
            using var timer = new PeriodicTimer(_timings.HeartbeatInterval, _clock);
            // The interval may be long; a dead process must not be held for it.
            _ = algorithm.Ended.ContinueWith(
                static (_, state) => ((PeriodicTimer)state!).Dispose(), timer, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false) && algorithm.IsUsable)
            {
                long calls = Volatile.Read(ref _calls), heard = _vitals.Signs;
                if (await algorithm.PingAsync(_stop.Token).ConfigureAwait(false))
                {
                    _vitals.Heard();
                    misses = 0;
                }
                else if (calls != Volatile.Read(ref _calls) || heard != _vitals.Signs || _vitals.CallAge is not null || _vitals.LoadingAge < _timings.Handshake)
                {
                    // In a call, or still loading what it needs: today's SDK hears nothing then (conformance 278, 289).
                    misses = 0;
                }
                else if (++misses >= _options.HeartbeatMisses)
                {
                    await ReplaceSilentAsync(algorithm, calls, heard, misses).ConfigureAwait(false);
                    misses = 0;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // Disposed meanwhile.
        }
        catch (Exception e)
        {
            // Nobody awaits this; without heartbeats health grows old and says so.
            _log($"{Name}: 心跳失败: {e}");
        }
    }

    private async Task ReplaceSilentAsync(ISupervisable algorithm, long calls, long heard, int misses)
    {
        using var both = await EnterAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            // A call may have come first, and its answer is a sign of life.
            if (ReferenceEquals(_current, algorithm) && calls == Volatile.Read(ref _calls) && heard == _vitals.Signs)
                await FailAsync($"心跳丢失: 连续 {misses} 次没有应答").ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}

namespace ProcVision.Hosting;

/// <summary>The token of the call that runs: fires at its deadline (<c>deadline:v1</c>) and when the process ends. One source for all calls
/// until it has fired.</summary>
/// <remarks>The deadline has a timer of its own: <see cref="CancellationTokenSource.CancelAfter(int)"/> lets an exception of the author's callbacks end the process.</remarks>
internal sealed class CallCancellation : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StructuredLogger _log;
    private readonly Timer _deadline;
    private CancellationTokenSource _source = new();
    private long _dueMs;
    private bool _isWatching;

    internal CallCancellation(StructuredLogger log)
    {
        _log = log;
        _deadline = new Timer(static state => ((CallCancellation)state!).OnDeadline(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>The token of the next call.</summary>
    /// <param name="deadlineMs">Milliseconds left, above 0; null without a deadline.</param>
    internal CancellationToken Begin(long? deadlineMs)
    {
        lock (_gate)
        {
            if (!_source.TryReset())
            {
                // The old one is not disposed: the end of the process may be about to cancel it.
                _source = new CancellationTokenSource();
            }

            if (deadlineMs is { } left)
            {
                left = Math.Min(left, int.MaxValue);
                _dueMs = Environment.TickCount64 + left;
                _isWatching = true;
                _ = _deadline.Change(left, Timeout.Infinite);
            }

            return _source.Token;
        }
    }

    /// <summary>The call has ended: its deadline no longer counts.</summary>
    internal void End()
    {
        lock (_gate)
        {
            if (_isWatching)
            {
                _isWatching = false;
                _ = _deadline.Change(Timeout.Infinite, Timeout.Infinite);
            }
        }
    }

    /// <summary>Fires the token. The author's callbacks run on the calling thread and may hang; what they throw is logged.</summary>
    internal void Cancel()
    {
        CancellationTokenSource source;
        lock (_gate)
        {
            source = _source;
        }

        Cancel(source);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _deadline.Dispose();
        _source.Dispose();
    }

    private void OnDeadline()
    {
        CancellationTokenSource source;
        lock (_gate)
        {
            if (!_isWatching)
            {
                return;
            }

            // What fired may be the deadline of a call that has ended meanwhile, when the next one has begun.
            var left = _dueMs - Environment.TickCount64;
            if (left > 0)
            {
                _ = _deadline.Change(left, Timeout.Infinite);
                return;
            }

            // The next call may begin before this source has fired.
            _isWatching = false;
            source = _source;
            _source = new CancellationTokenSource();
        }

        Cancel(source);
    }

    private void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (Exception exception)
        {
            _log.Error(exception, "A callback on step.Cancellation threw");
        }
    }
}

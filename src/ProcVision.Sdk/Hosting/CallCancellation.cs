namespace ProcVision.Hosting;

/// <summary>The token of the call that runs: fires at its deadline (<c>deadline:v1</c>) and when the process ends. One source for all calls
/// until it has fired.</summary>
internal sealed class CallCancellation : IDisposable
{
    private volatile CancellationTokenSource _source = new();

    /// <summary>The token of the next call.</summary>
    /// <param name="deadlineMs">Milliseconds left, above 0; null without a deadline.</param>
    internal CancellationToken Begin(long? deadlineMs)
    {
        var source = _source;
        if (!source.TryReset())
        {
            // The old one is not disposed: the end of the process may be about to cancel it.
            _source = source = new CancellationTokenSource();
        }

        if (deadlineMs is { } left)
        {
            source.CancelAfter((int)Math.Min(left, int.MaxValue));
        }

        return source.Token;
    }

    /// <summary>The call has ended: its deadline no longer counts.</summary>
    internal void End(long? deadlineMs)
    {
        if (deadlineMs is not null)
        {
            _source.CancelAfter(Timeout.Infinite);
        }
    }

    /// <summary>Fires the token. The author's callbacks run on the calling thread and may throw or hang.</summary>
    internal void Cancel() => _source.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}

namespace ProcVision.Runner;

/// <summary>
/// The shared memory of one detection's session. The Runner reads it at any time, and keeps it when the algorithm dies: another process of the
/// algorithm that is given the same region continues with what is there. Safe for any number of threads.
/// </summary>
public sealed class SessionRegion : IDisposable
{
    private readonly SessionRegions _pool;
    private readonly PooledRegion _region;
    private int _calls;
    private bool _disposed;

    internal SessionRegion(SessionRegions pool, PooledRegion region, SessionIdentity session, uint generation)
    {
        _pool = pool;
        _region = region;
        Session = session;
        Name = region.Name;
        Generation = generation;
    }

    /// <summary>Whose region it is.</summary>
    public SessionIdentity Session { get; }

    /// <summary>What an algorithm opens it by; no path.</summary>
    public string Name { get; }

    /// <summary>Which of the region's detections this is, 1 to 16777214: an algorithm has to name it too.</summary>
    public uint Generation { get; }

    /// <summary>
    /// What is stored now, also while a call is running: each value is one that was written, whole; all of them together are no moment of a call that
    /// goes on.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The region has been given back.</exception>
    /// <exception cref="SessionRegionException">The algorithm has destroyed it; the message says how.</exception>
    public SessionState Read() => SessionState.Of(ReadContent());

    /// <inheritdoc cref="Read"/>
    internal RegionContent ReadContent()
    {
        lock (_region.Gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _region.Read();
        }
    }

    /// <summary>Ends the detection: no algorithm gets at the region any more. What is stored can still be read. Safe to repeat.</summary>
    public void End()
    {
        lock (_region.Gate)
        {
            if (!_disposed)
                _region.End();
        }
    }

    /// <summary>Ends the detection and gives the region back. Where a call has had no answer and its process may still write, the memory is given up instead.</summary>
    public void Dispose()
    {
        lock (_region.Gate)
        {
            if (_disposed)
                return;
            _region.End();
            _disposed = true;
            _pool.Return(_region, isIdle: _calls == 0);
        }
    }

    /// <summary>A call with this region goes out.</summary>
    /// <exception cref="InvalidOperationException">Another process may still be writing there: two at once would destroy each other's values.</exception>
    internal void BeginCall()
    {
        lock (_region.Gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_calls > 0)
                throw new InvalidOperationException($"a call of session '{Session.Id}' has the region and no answer yet: wait for it, or dispose its process");
            _calls++;
        }
    }

    /// <summary>The call has its answer, or its process is gone.</summary>
    internal void EndCall()
    {
        lock (_region.Gate)
        {
            _calls--;
        }
    }
}

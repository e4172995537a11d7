namespace ProcVision.Runner;

/// <summary>
/// The shared memory of one detection's session. The Runner reads it at any time, and keeps it when the algorithm dies: another process of the
/// algorithm that is given the same region continues with what is there. Safe for any number of threads.
/// </summary>
public sealed class SessionRegion : IDisposable
{
    private readonly SessionRegions _pool;
    private readonly Lock _gate;
    private PooledRegion _region;
    private int _calls;
    private bool _disposed;

    internal SessionRegion(SessionRegions pool, PooledRegion region, SessionIdentity session, uint generation)
    {
        _pool = pool;
        _region = region;
        _gate = region.Gate;
        Session = session;
        Generation = generation;
    }

    /// <summary>Whose region it is.</summary>
    public SessionIdentity Session { get; }

    /// <summary>What an algorithm opens it by; no path. Another one after <see cref="Restore"/>.</summary>
    public string Name
    {
        get
        {
            lock (_gate)
            {
                return _region.Name;
            }
        }
    }

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
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _region.Read();
        }
    }

    /// <summary>Ends the detection: no algorithm gets at the region any more. What is stored can still be read. Safe to repeat.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (!_disposed)
                _region.End();
        }
    }

    /// <summary>Ends the detection and gives the region back. Where a call has had no answer and its process may still write, the memory is given up instead.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed)
                return;
            _region.End();
            _disposed = true;
            _pool.Return(_region, isIdle: _calls == 0);
        }
    }

    /// <summary>Remembers what is stored, in place of what it remembered before; to be told before a call that may have to be made again.</summary>
    /// <exception cref="ObjectDisposedException">The region has been given back.</exception>
    /// <exception cref="InvalidOperationException">A call has it: nobody knows what will be stored.</exception>
    public void Keep()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            RequireNoCall();
            _region.Keep();
        }
    }

    /// <summary>
    /// Gives the session back what <see cref="Keep"/> remembered, in other memory: what has been written since is gone, and whoever still holds the old
    /// memory, for example what a killed algorithm has left running, does not get at the session any more.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The region has been given back.</exception>
    /// <exception cref="InvalidOperationException">Nothing was kept, or a call has it.</exception>
    /// <exception cref="IOException">There is no shared memory for it; the session is as it was.</exception>
    public void Restore()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            RequireNoCall();
            var successor = _region.Restored();
            _region.End();
            _pool.Exchange(_region, successor);
            _region = successor;
        }
    }

    /// <summary>A call with this region goes out.</summary>
    /// <exception cref="InvalidOperationException">Another process may still be writing there: two at once would destroy each other's values.</exception>
    internal void BeginCall()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            RequireNoCall();
            _calls++;
        }
    }

    /// <summary>The call has its answer, or its process is gone.</summary>
    internal void EndCall()
    {
        lock (_gate)
        {
            _calls--;
        }
    }

    private void RequireNoCall()
    {
        if (_calls > 0)
            throw new InvalidOperationException($"a call of session '{Session.Id}' has the region and no answer yet: wait for it, or dispose its process");
    }
}

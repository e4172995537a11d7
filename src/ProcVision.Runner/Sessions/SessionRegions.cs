namespace ProcVision.Runner;

/// <summary>
/// The shared memory that a Runner gives its detections for their sessions: a few regions, made when they are first needed and used again, so that
/// beginning a detection costs no file. What one detection left the next one never sees. Safe for any number of threads.
/// </summary>
public sealed class SessionRegions : IDisposable
{
    /// <summary>Bytes of a region: 256 KiB, for all values and keys of a session and what it takes to find them.</summary>
    public const int DefaultSize = RegionMemory.DefaultSize;

    /// <summary>Regions at the same time: 64.</summary>
    public const int DefaultMost = 64;

    private readonly Lock _gate = new();
    private readonly Stack<PooledRegion> _free = new();
    private readonly HashSet<PooledRegion> _rented = [];
    private readonly int _size;
    private readonly int _most;
    private bool _disposed;

    private SessionRegions(int size, int most)
    {
        _size = size;
        _most = most;
    }

    /// <summary>Opens a pool without any region yet, and removes the regions that Runners left behind who were killed.</summary>
    /// <param name="regionSize">Bytes of each region, from 32 KiB to 64 MiB, a multiple of 4096.</param>
    /// <param name="most">How many detections may go on at once, from 1.</param>
    /// <param name="log">Gets a line when something was left behind.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no regions of that size, or there would be none at all.</exception>
    public static SessionRegions Open(int regionSize = DefaultSize, int most = DefaultMost, Action<string>? log = null)
    {
        if (!RegionMemory.IsSize(regionSize))
            throw new ArgumentOutOfRangeException(nameof(regionSize), regionSize, $"a region has {RegionMemory.SmallestSize} to {RegionMemory.LargestSize} bytes, a multiple of {RegionMemory.SizeUnit}");
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var removed = StaleRegions.Remove();
        if (removed.Count > 0)
            log?.Invoke(Words.Of(
                $"已删除 {removed.Count} 个遗留的会话区域",
                $"removed {removed.Count} session regions that were left behind"));
        return new(regionSize, most);
    }

    /// <summary>Begins a detection in a region that is free, or in a new one.</summary>
    /// <param name="session">The detection's session.</param>
    /// <param name="algorithm">The algorithm's name in its manifest, for whoever looks at the region.</param>
    /// <exception cref="InvalidOperationException">As many detections go on as there may be regions.</exception>
    /// <exception cref="IOException">There is no shared memory for one more; the message has needed and free bytes.</exception>
    /// <exception cref="ArgumentException">Id, pid and algorithm are longer than a region has room for: 16 KB together.</exception>
    public SessionRegion Rent(SessionIdentity session, string algorithm)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(algorithm);
        var region = Take();
        try
        {
            return new(this, region, session, region.Begin(session, algorithm));
        }
        catch
        {
            Return(region, isIdle: true);
            throw;
        }
    }

    /// <summary>Removes every region. A detection that goes on keeps its memory, but no other process can open it any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            while (_free.TryPop(out var region))
                region.Dispose();
            foreach (var region in _rented)
                region.Unlink();
        }
    }

    /// <summary>Takes a region back.</summary>
    /// <param name="region">The region.</param>
    /// <param name="isIdle">Whether nobody can still be writing to it; else nobody else gets it any more.</param>
    internal void Return(PooledRegion region, bool isIdle)
    {
        lock (_gate)
        {
            if (!_rented.Remove(region))
                return;
            if (isIdle && !_disposed)
                _free.Push(region);
            else
                region.Dispose();
        }
    }

    /// <summary>Gives a region up and lends another one in its place.</summary>
    /// <param name="region">The region; whoever may still hold it holds nothing that is used again.</param>
    /// <param name="successor">Not one of the pool's yet.</param>
    /// <exception cref="ObjectDisposedException">The pool is gone; so is the successor.</exception>
    internal void Exchange(PooledRegion region, PooledRegion successor)
    {
        lock (_gate)
        {
            if (_disposed)
            {
                successor.Dispose();
                throw new ObjectDisposedException(nameof(SessionRegions));
            }

            _rented.Add(successor);
            Return(region, isIdle: false);
        }
    }

    private PooledRegion Take()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            // The last one that came back: algorithms have it open already.
            if (!_free.TryPop(out var region))
            {
                region = _rented.Count < _most
                    ? PooledRegion.Create(_size)
                    : throw new InvalidOperationException($"all {_most} session regions are in use: as many detections go on");
            }

            _rented.Add(region);
            return region;
        }
    }
}

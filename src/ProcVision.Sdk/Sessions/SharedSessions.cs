using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// The sessions whose values a Runner keeps (<c>session_state:v1</c>): each in a region that a call names. Regions stay open from call to call, the 16
/// that were used last; a call that comes again to the same detection allocates nothing.
/// </summary>
internal sealed class SharedSessions(SessionLayout? layout)
{
    internal const int Most = 16;

    private readonly SharedRegion?[] _regions = new SharedRegion?[Most];
    private int _last;
    private long _calls;

    /// <summary>The session of a call. Sessions whose detection has ended meanwhile are closed first, so that no hook writes into the next one's.</summary>
    /// <param name="region">What the call names.</param>
    /// <param name="id">The session's id, UTF-8, unescaped.</param>
    /// <param name="pid">One of the manifest's pids; null for that of the region.</param>
    /// <param name="context">The call's context as JSON; the latest one holds. Empty: the one before stays.</param>
    /// <param name="problem">Why there is no session, when the result is null: 1006.</param>
    internal Session? Get(scoped in RegionRequest region, scoped ReadOnlySpan<byte> id, string? pid, scoped ReadOnlySpan<byte> context, out string problem)
    {
        problem = "";
        EndOver();
        if (id.IsEmpty || id.Length > SessionCache.LongestId)
        {
            problem = id.IsEmpty ? "缺少 session.id: session.state_region 只属于一个会话" : SessionCache.TooLong(id);
            return null;
        }

        try
        {
            var found = Find(region.Name);
            if (found.Has(region.Generation, id) && (pid is null || ReferenceEquals(pid, found.Pid) || pid == found.Pid))
            {
                found.Stamp();
                return SessionCache.Update(found.Session!, context, out problem) ? found.Session : null;
            }

            return SessionCache.TryContext(context, out var facts, out problem) ? Attach(found, region.Generation, id, pid, facts) : null;
        }
        catch (Exception refusal) when (refusal is SessionRegionException or SessionException)
        {
            problem = refusal.Message;
            return null;
        }
    }

    /// <summary>Ends every session whose detection the Runner has ended.</summary>
    internal void EndOver()
    {
        foreach (var region in _regions)
        {
            region?.EndIfOver();
        }
    }

    /// <summary>Ends every session and closes every region; the values stay, they are the Runner's.</summary>
    internal void Clear()
    {
        foreach (ref var region in _regions.AsSpan())
        {
            region?.Dispose();
            region = null;
        }
    }

    private Session Attach(SharedRegion region, uint generation, scoped ReadOnlySpan<byte> id, string? pid, SessionContext context)
    {
        try
        {
            var session = region.Attach(generation, id, pid, context);
            if (layout is not null)
            {
                _ = session.Bind(layout);
            }

            return session;
        }
        catch
        {
            region.End();
            throw;
        }
    }

    private SharedRegion Find(scoped ReadOnlySpan<byte> name)
    {
        if (_regions[_last] is not { } region || !region.IsNamed(name))
        {
            region = null;
            for (var i = 0; i < _regions.Length && region is null; i++)
            {
                if (_regions[i] is { } candidate && candidate.IsNamed(name))
                {
                    region = candidate;
                    _last = i;
                }
            }
        }

        region ??= Open(name);
        region.LastUse = ++_calls;
        return region;
    }

    /// <summary>In place of the one that nobody has asked for the longest, if there must be one: no step runs now.</summary>
    private SharedRegion Open(scoped ReadOnlySpan<byte> name)
    {
        var region = SharedRegion.Open(name);
        var oldest = 0;
        for (var i = 0; i < _regions.Length; i++)
        {
            if ((_regions[i]?.LastUse ?? 0) < (_regions[oldest]?.LastUse ?? 0))
            {
                oldest = i;
            }
        }

        _regions[oldest]?.Dispose();
        _regions[oldest] = region;
        _last = oldest;
        return region;
    }
}

using System.Text;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// The sessions of a process whose Runner keeps none: by id, and apart for each pid (conformance 21, 28). At most 64, dropped 60 minutes after the
/// last use, the oldest first; an info line says which. Finding a known one allocates nothing. Whoever still holds a session that is dropped is told so
/// when he uses it.
/// </summary>
internal sealed class SessionCache(SessionLayout? layout, StructuredLogger log, TimeProvider clock)
{
    internal const int Most = 64;
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(60);

    /// <summary>Bytes of an id: it stands in every log line of its detection.</summary>
    internal const int LongestId = 1024;

    /// <summary>Bytes of a context; as many as all values of a session may have.</summary>
    internal const int LargestContext = RegionFormat.DefaultSize;

    private readonly Entry?[] _entries = new Entry?[Most];
    private readonly PrivateStores _stores = new(Most);
    private int _last;

    /// <summary>The session of a call; a fresh one for this call alone when it has no id (conformance 39).</summary>
    /// <param name="id">UTF-8, unescaped.</param>
    /// <param name="pid">One of the manifest's pids, the same object each time.</param>
    /// <param name="context">The call's context as JSON; the latest one holds. Empty: the one before stays.</param>
    /// <param name="problem">Why there is no session, when the result is null: 1006.</param>
    internal Session? Get(scoped ReadOnlySpan<byte> id, string pid, scoped ReadOnlySpan<byte> context, out string problem)
    {
        problem = "";
        if (id.IsEmpty)
        {
            return Fresh(id, context, out problem);
        }

        if (Find(id, pid)?.Session is { } session)
        {
            return Update(session, context, out problem) ? session : null;
        }

        if (id.Length > LongestId)
        {
            problem = TooLong(id);
            return null;
        }

        return TryContext(context, out var facts, out problem) ? Add(id, pid, facts) : null;
    }

    /// <summary>A session that is not kept.</summary>
    internal Session? Fresh(scoped ReadOnlySpan<byte> id, scoped ReadOnlySpan<byte> context, out string problem)
    {
        if (id.Length > LongestId)
        {
            problem = TooLong(id);
            return null;
        }

        if (!TryContext(context, out var facts, out problem))
        {
            return null;
        }

        var session = id.IsEmpty ? new Session(facts) : new Session(Encoding.UTF8.GetString(id), facts);
        if (layout is not null)
        {
            _ = session.Bind(layout);
        }

        return session;
    }

    /// <summary>The sessions of an id: of one pid, or of all.</summary>
    internal List<Session> Of(scoped ReadOnlySpan<byte> id, string? pid)
    {
        var found = new List<Session>();
        foreach (var entry in _entries)
        {
            if (entry is not null && (pid is null || ReferenceEquals(entry.Pid, pid)) && id.SequenceEqual(entry.Id))
            {
                found.Add(entry.Session);
            }
        }

        return found;
    }

    /// <summary>Ends the sessions of an id, of one pid or of all: their values are gone.</summary>
    internal void Drop(scoped ReadOnlySpan<byte> id, string? pid)
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is { } entry && (pid is null || ReferenceEquals(entry.Pid, pid)) && id.SequenceEqual(entry.Id))
            {
                End(i);
            }
        }
    }

    /// <summary>Ends every session.</summary>
    internal void Clear()
    {
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is not null)
            {
                End(i);
            }
        }
    }

    /// <summary>The latest context of a session holds; false with the reason when it is none.</summary>
    internal static bool Update(Session session, scoped ReadOnlySpan<byte> context, out string problem)
    {
        problem = "";
        if (!context.IsEmpty && !session.Context.IsSame(context))
        {
            if (!TryContext(context, out var facts, out problem))
            {
                return false;
            }

            session.Context = facts;
        }

        return true;
    }

    /// <summary>The refusal of an id.</summary>
    internal static string TooLong(scoped ReadOnlySpan<byte> id) => $"session.id 过长: {id.Length} 字节 > {LongestId}";

    /// <summary>A context, or the reason why it is none.</summary>
    internal static bool TryContext(scoped ReadOnlySpan<byte> json, out SessionContext context, out string problem)
    {
        context = SessionContext.Empty;
        problem = json.Length > LargestContext ? $"session.context 过大: {json.Length} 字节 > {LargestContext}" : "";
        return problem.Length == 0 && (json.IsEmpty || SessionContext.TryParse(json, out context, out problem));
    }

    private Entry? Find(scoped ReadOnlySpan<byte> id, string pid)
    {
        if (_entries[_last] is not { } entry || !entry.Is(id, pid))
        {
            entry = null;
            for (var i = 0; i < _entries.Length; i++)
            {
                if (_entries[i] is { } candidate && candidate.Is(id, pid))
                {
                    entry = candidate;
                    _last = i;
                    break;
                }
            }
        }

        if (entry is null)
        {
            return null;
        }

        if (clock.GetElapsedTime(entry.LastUse) > Lifetime)
        {
            Drop(_last);
            return null;
        }

        entry.LastUse = clock.GetTimestamp();
        return entry;
    }

    private Session Add(scoped ReadOnlySpan<byte> id, string pid, SessionContext context)
    {
        var name = Encoding.UTF8.GetString(id);
        var store = _stores.Rent(name, pid, context);
        var session = new Session(name, context, store);
        if (layout is not null)
        {
            _ = session.Bind(layout);
        }

        Add(new Entry(id.ToArray(), pid, session, store));
        return session;
    }

    private void Add(Entry entry)
    {
        entry.LastUse = clock.GetTimestamp();
        var free = -1;
        var oldest = 0;
        for (var i = 0; i < _entries.Length; i++)
        {
            if (_entries[i] is { } old && clock.GetElapsedTime(old.LastUse) > Lifetime)
            {
                Drop(i);
            }

            if (_entries[i] is not { } kept)
            {
                free = free < 0 ? i : free;
            }
            else if (_entries[oldest] is not { } candidate || kept.LastUse < candidate.LastUse)
            {
                oldest = i;
            }
        }

        if (free < 0)
        {
            Drop(oldest);
            free = oldest;
        }

        _entries[free] = entry;
        _last = free;
    }

    private void Drop(int index)
    {
        var entry = _entries[index]!;
        var minutes = (long)clock.GetElapsedTime(entry.LastUse).TotalMinutes;
        // Not a warning: nobody says when a detection has ended, so on a busy line this is how each one goes.
        log.Info($"会话已删除（最多保留 {Most} 个，{(int)Lifetime.TotalMinutes} 分钟）",
            ("dropped_session_id", entry.Session.Id), ("idle_minutes", minutes), ("had_values", !entry.Session.IsEmpty));
        End(index);
    }

    private void End(int index)
    {
        var entry = _entries[index]!;
        _entries[index] = null;
        entry.Session.Close();
        _stores.Return(entry.Store);
    }

    private sealed class Entry(byte[] id, string pid, Session session, SessionStore store)
    {
        internal byte[] Id => id;

        internal string Pid => pid;

        internal Session Session => session;

        internal SessionStore Store => store;

        internal long LastUse { get; set; }

        internal bool Is(scoped ReadOnlySpan<byte> otherId, string otherPid) => ReferenceEquals(pid, otherPid) && otherId.SequenceEqual(id);
    }
}

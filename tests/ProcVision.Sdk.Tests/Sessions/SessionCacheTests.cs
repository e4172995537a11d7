using System.Globalization;
using System.Text;
using ProcVision.Testing;

namespace ProcVision.Sdk.Tests.Sessions;

public sealed class SessionCacheTests : IDisposable
{
    private const string Pid = "p001";

    private readonly StoppedClock _clock = new();
    private readonly LogCapture _log = new();
    private readonly SessionCache _cache;

    public SessionCacheTests() => _cache = new SessionCache(null, new StructuredLogger(_log, LogLevel.Info, _clock), _clock);

    public void Dispose() => _log.Dispose();

    [Fact]
    [Conformance("C1")]
    public void The_same_id_is_the_same_session()
    {
        var first = Get("s-1");
        Assert.Same(first, Get("s-1"));
        Assert.NotSame(first, Get("s-2"));
        Assert.Same(first, Get("s-1"));
        Assert.Equal("s-1", first.Id);
    }

    [Fact]
    [Conformance(39)]
    public void A_call_without_an_id_has_a_session_of_its_own()
    {
        var first = Get("");
        Assert.Equal("session", first.Id);
        Assert.NotSame(first, Get(""));
    }

    [Fact]
    [Conformance(21, 28)]
    public void Products_do_not_share_a_session()
    {
        Get("s-1").Set("key", 1);
        Assert.False(_cache.Get("s-1"u8, "p002", default, out _)!.Exists("key"));
        Assert.True(Get("s-1").Exists("key"));
        Assert.Equal(2, _cache.Of("s-1"u8, null).Count);
        Assert.Same(Get("s-1"), Assert.Single(_cache.Of("s-1"u8, Pid)));
    }

    [Fact]
    public void An_id_or_a_context_that_would_fill_the_log_or_the_memory_is_refused()
    {
        Assert.Null(_cache.Get(new byte[SessionCache.LongestId + 1], Pid, default, out var problem));
        Assert.Equal("session.id 过长: 1025 字节 > 1024", problem);
        var context = Encoding.UTF8.GetBytes($$"""{"a":"{{new string('x', SessionCache.LargestContext)}}"}""");
        Assert.Null(_cache.Get("s-1"u8, Pid, context, out problem));
        Assert.Contains("session.context 过大", problem, StringComparison.Ordinal);
        Get("s-1").Set("key", 1);
        Assert.Null(_cache.Get("s-1"u8, Pid, context, out _));
        Assert.True(Get("s-1").Exists("key"));
    }

    [Fact]
    public void The_latest_context_of_an_id_holds()
    {
        Assert.Equal("t-1", Get("s-1", """{"trace_id":"t-1"}""").Context.TraceId);
        Assert.Equal("t-1", Get("s-1").Context.TraceId);
        Assert.Equal("t-2", Get("s-1", """{"trace_id":"t-2"}""").Context.TraceId);
        Assert.Null(Get("s-1", "{}").Context.TraceId);
    }

    [Fact]
    public void A_context_that_is_no_object_gives_no_session_but_the_reason()
    {
        Assert.Null(_cache.Get("s-1"u8, Pid, "[1]"u8, out var problem));
        Assert.Contains("session.context", problem, StringComparison.Ordinal);
        var session = Get("s-1", """{"trace_id":"t-1"}""");
        Assert.Null(_cache.Get("s-1"u8, Pid, "[1]"u8, out _));
        Assert.Equal("t-1", session.Context.TraceId);
    }

    [Fact]
    public void Of_more_than_64_sessions_the_least_recently_used_is_dropped_and_named()
    {
        for (var i = 0; i < SessionCache.Most; i++)
        {
            Get(Id(i)).Set("i", i);
            _clock.Pass(TimeSpan.FromSeconds(1));
        }

        _ = Get(Id(0));
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Empty(_log.Lines);
        _ = Get("one more");
        Assert.Contains($"\"dropped_session_id\":\"{Id(1)}\"", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.Contains("\"level\":\"info\"", _log.Lines[0], StringComparison.Ordinal);
        Assert.Contains("\"had_values\":true", _log.Lines[0], StringComparison.Ordinal);
        Assert.True(Get(Id(0)).Exists("i"));
        Assert.True(Get(Id(2)).Exists("i"));
        Assert.False(Get(Id(1)).Exists("i"));
    }

    [Fact]
    public void A_session_is_dropped_an_hour_after_its_last_use_and_named()
    {
        var session = Get("s-1");
        session.Set("key", 1);
        _clock.Pass(TimeSpan.FromMinutes(59));
        Assert.Same(session, Get("s-1"));
        _clock.Pass(TimeSpan.FromMinutes(60));
        Assert.Same(session, Get("s-1"));
        _clock.Pass(TimeSpan.FromMinutes(61));
        Assert.False(Get("s-1").Exists("key"));
        Assert.Contains("s-1", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dropped_session_is_closed_and_what_comes_next_in_its_memory_has_nothing_of_it()
    {
        var sessions = Enumerable.Range(0, 3 * SessionCache.Most).Select(i =>
        {
            var session = Get(Id(i));
            Assert.False(session.Exists("i"));
            session.Set("i", i);
            _clock.Pass(TimeSpan.FromSeconds(1));
            return session;
        }).ToList();

        Assert.All(sessions.Take(2 * SessionCache.Most), session => Assert.Contains("'i'", Assert.Throws<SessionException>(() => session.Get("i", -1)).Message, StringComparison.Ordinal));
        Assert.All(sessions.Skip(2 * SessionCache.Most).Select((session, i) => (session, i)), pair => Assert.Equal(pair.i + (2 * SessionCache.Most), pair.session.Get("i", -1)));
    }

    [Fact]
    public void One_session_of_an_id_or_all_can_be_ended()
    {
        Session[] sessions = [Get("s-1"), _cache.Get("s-1"u8, "p002", default, out _)!, Get("s-2")];
        Assert.All(sessions, session => session.Set("key", 1));

        _cache.Drop("s-1"u8, Pid);

        _ = Assert.Throws<SessionException>(() => sessions[0].Set("key", 2));
        Assert.Equal(1, sessions[1].Get("key", 0));
        Assert.False(Get("s-1").Exists("key"));
        _cache.Drop("s-1"u8, null);
        _ = Assert.Throws<SessionException>(() => sessions[1].Get("key", 0));
        Assert.Same(sessions[2], Get("s-2"));
        _cache.Clear();
        _ = Assert.Throws<SessionException>(() => sessions[2].Delete("key"));
        Assert.False(Get("s-2").Exists("key"));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void Expired_sessions_make_room_for_a_new_one()
    {
        for (var i = 0; i < SessionCache.Most; i++)
        {
            _ = Get(Id(i));
        }

        _clock.Pass(TimeSpan.FromMinutes(61));
        _ = Get("new");
        Assert.Equal(SessionCache.Most, _log.Lines.Length);
        Assert.Empty(_cache.Of(Encoding.UTF8.GetBytes(Id(5)), Pid));
    }

    [Fact]
    public void Finding_a_known_session_allocates_nothing()
    {
        for (var i = 0; i < SessionCache.Most; i++)
        {
            _ = Get(Id(i), """{"trace_id":"t-1"}""");
        }

        Assert.Equal(0, Allocation.OfThousand(() =>
        {
            _ = _cache.Get("s-03"u8, Pid, """{"trace_id":"t-1"}"""u8, out _);
            _ = _cache.Get("s-60"u8, Pid, """{"trace_id":"t-1"}"""u8, out _);
        }));
    }

    private static string Id(int i) => $"s-{i.ToString("D2", CultureInfo.InvariantCulture)}";

    private Session Get(string id, string context = "") =>
        _cache.Get(Encoding.UTF8.GetBytes(id), Pid, Encoding.UTF8.GetBytes(context), out _) ?? throw new InvalidOperationException("no session");
}

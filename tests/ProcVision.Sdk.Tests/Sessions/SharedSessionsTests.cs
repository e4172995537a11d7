using System.Text;
using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions.Memory;

namespace ProcVision.Sdk.Tests.Sessions;

/// <summary>Sessions in regions of a Runner, as an algorithm's process has them.</summary>
public sealed unsafe class SharedSessionsTests : IDisposable
{
    private const string Pid = "p001";

    private readonly SharedSessions _sessions = new(null);

    public void Dispose() => _sessions.Clear();

    [Fact]
    public void A_call_that_comes_again_has_the_same_session_and_the_Runner_sees_what_it_stores()
    {
        using var region = new OwnedRegion();
        var first = Get(region);
        first.Set("count", 7);

        Assert.Same(first, Get(region));
        Assert.Equal("s-1", first.Id);
        Assert.Equal("count=7", region.Values);
    }

    [Fact]
    public void Another_process_continues_with_what_is_there_and_who_comes_back_sees_what_that_one_stored()
    {
        using var region = new OwnedRegion();
        var other = new SharedSessions(null);
        var first = Get(region);
        first.Set("count", 1);

        // Two processes, as far as the region can tell.
        var second = Get(region, sessions: other);
        second.Set("count", second.Get("count", 0) + 1);
        second.Set("more", "料");
        ((RegionHeader*)region.Memory.Start)->WriterPid = 1;
        var back = Get(region);

        Assert.NotSame(first, back);
        Assert.Equal(2, back.Get("count", 0));
        Assert.Equal("料", back.Get("more", ""));
        back.Set("last", true);
        Assert.Equal("""count=2, last=true, more="料" """.TrimEnd(), region.Values);
        AssertClosed(first, "count");
        other.Clear();
    }

    [Fact]
    public void The_next_detection_in_the_region_sees_nothing_and_the_session_before_is_closed_and_changes_nothing()
    {
        using var region = new OwnedRegion();
        var first = Get(region);
        first.Set("count", 1);
        region.Begin("s-2", "p001");

        var second = Get(region, "s-2");

        Assert.False(second.Exists("count"));
        Assert.Equal(0, second.Get("count", 0));
        Assert.NotSame(first, second);
        second.Set("count", 2);
        AssertClosed(first, "count");
        Assert.Equal("count=2", region.Values);
    }

    [Fact]
    public void A_detection_that_has_ended_is_over_for_whoever_still_has_its_session()
    {
        using var region = new OwnedRegion();
        var session = Get(region);
        session.Set("count", 1);
        region.End();

        Refused(region, "已结束");

        AssertClosed(session, "count");
        Assert.Equal("count=1", region.Values);
    }

    [Fact]
    public void Any_call_closes_the_sessions_whose_detection_has_ended_meanwhile()
    {
        using OwnedRegion ended = new(), begunAnew = new(), goesOn = new(), asked = new();
        Session[] sessions = [Get(ended), Get(begunAnew), Get(goesOn)];
        Assert.All(sessions, session => session.Set("count", 1));
        ended.End();
        begunAnew.Begin();

        _ = Get(asked);

        AssertClosed(sessions[0], "count");
        AssertClosed(sessions[1], "count");
        Assert.Equal(1, sessions[2].Get("count", 0));
    }

    [Fact]
    public void A_generation_that_is_over_or_yet_to_come_is_refused()
    {
        using var region = new OwnedRegion();
        region.Begin();
        region.Begin();
        foreach (var generation in new uint[] { 1, 2, 4, RegionFormat.LastGeneration })
        {
            region.Generation = generation;
            Refused(region, $"第 {generation} 代");
        }

        region.Generation = 3;
        Get(region).Set("count", 1);
        region.Generation = 2;
        Refused(region, "第 2 代");
        region.Generation = 3;
        Assert.Equal(1, Get(region).Get("count", 0));
    }

    [Fact]
    public void A_region_of_another_session_or_product_is_refused()
    {
        using var region = new OwnedRegion("s-1", Pid);
        Refused(region, "'s-1'", id: "s-2");
        Refused(region, "p001", pid: "p002");
        Get(region).Set("count", 1);
        Refused(region, "'s-1'", id: "s-2");
        Refused(region, "p001", pid: "p002");
        Refused(region, "缺少 session.id", id: "");
        Refused(region, "session.id 过长", id: new string('s', SessionCache.LongestId + 1));
        Assert.Equal(1, Get(region).Get("count", 0));
        Assert.Equal("count=1", region.Values);
    }

    [Fact]
    public void A_name_that_is_none_or_leads_nowhere_is_refused()
    {
        foreach (var name in new[] { "", "x", "/etc/passwd", "../x", SharedMemoryName.Next().ToString(), new string('n', 100_000), "procvision-session-1-2-\0" })
        {
            var request = new RegionRequest { Name = Encoding.UTF8.GetBytes(name), Generation = 1 };
            Assert.Null(_sessions.Get(request, "s-1"u8, Pid, default, out var problem));
            Assert.StartsWith("会话区域", problem, StringComparison.Ordinal);
            Assert.InRange(problem.Length, 1, 500);
        }
    }

    [Theory]
    [InlineData(0, 0x41)]
    [InlineData(RegionFormat.VersionAt, 2)]
    [InlineData(RegionFormat.VersionAt, 0)]
    [InlineData(RegionFormat.SizeAt + 1, 0x7F)]
    [InlineData(RegionFormat.DirectoryAt, 0xFF)]
    [InlineData(RegionFormat.IdentityLengthAt + 1, 0x7F)]
    [InlineData(RegionFormat.IdentityLengthAt, 0)]
    [InlineData(RegionFormat.IdentityAt, (byte)'[')]
    [InlineData(RegionFormat.IdentityAt + 2, 0xFF)]
    public void A_damaged_region_is_refused_and_a_good_one_is_still_served(int at, byte value)
    {
        using OwnedRegion damaged = new(), good = new();
        Get(damaged).Set("count", 1);
        _sessions.Clear();
        damaged.Memory.Start[at] = value;
        if (at == RegionFormat.IdentityLengthAt && value == 0)
        {
            damaged.Memory.Start[at + 1] = 0;
        }

        Refused(damaged, "会话区域");

        Assert.False(Get(good).Exists("count"));
    }

    [Fact]
    public void Random_bytes_in_a_region_never_end_the_process()
    {
        var random = Protocol.Seeded.Random(out var seed);
        using var region = new OwnedRegion(size: RegionMemory.SmallestSize);
        Get(region).Set("count", 1);
        Get(region).Set("text", "料盘");
        var good = new ReadOnlySpan<byte>(region.Memory.Start, region.Memory.Size).ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            good.CopyTo(new Span<byte>(region.Memory.Start, region.Memory.Size));
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                var at = random.Next(4) switch { 0 => random.Next(RegionFormat.HeaderSize), 1 => RegionFormat.IdentityAt + random.Next(64), _ => RegionFormat.BodyAt + random.Next(2700) };
                region.Memory.Start[at] = (byte)random.Next(256);
            }

            try
            {
                if (_sessions.Get(region.ToRequest(), "s-1"u8, Pid, default, out _) is { } session)
                {
                    _ = session.Exists("count");
                    session.Set("more", i);
                }
            }
            catch (SessionException)
            {
                // The damage left no room.
            }
            catch (Exception failure)
            {
                Assert.Fail($"seed {seed}, round {i}: {failure}");
            }

            _sessions.Clear();
        }
    }

    [Fact]
    public void More_regions_than_are_kept_open_are_served_and_the_ones_not_asked_for_longest_are_closed()
    {
        var regions = Enumerable.Range(0, SharedSessions.Most + 4).Select(i => new OwnedRegion($"s-{i}")).ToList();
        var sessions = regions.Select((region, i) => Get(region, $"s-{i}")).ToList();
        Assert.All(sessions.Skip(4).Select((session, i) => (session, i)), pair => pair.session.Set("count", pair.i));

        Assert.All(sessions.Take(4), session => AssertClosed(session, "count"));
        Assert.All(sessions.Skip(4).Select((session, i) => (session, i)), pair => Assert.Equal(pair.i, pair.session.Get("count", -1)));
        var again = Get(regions[0], "s-0");
        again.Set("count", 100);
        AssertClosed(sessions[4], "count");
        Assert.Equal(1, Get(regions[5], "s-5").Get("count", -1));
        Assert.Equal(0, Get(regions[4], "s-4").Get("count", -1));
        if (OperatingSystem.IsLinux())
        {
            var maps = File.ReadAllLines("/proc/self/maps");
            Assert.Equal(regions.Count + SharedSessions.Most, regions.Sum(region => maps.Count(line => line.Contains(region.Memory.Name, StringComparison.Ordinal))));
        }

        regions.ForEach(region => region.Dispose());
    }

    [Fact]
    public void At_the_end_every_session_is_closed_and_its_values_are_still_the_Runners()
    {
        using var region = new OwnedRegion();
        var session = Get(region);
        session.Set("count", 1);

        _sessions.Clear();

        AssertClosed(session, "count");
        Assert.Equal("count=1", region.Values);
        Assert.Equal(1, Get(region).Get("count", 0));
    }

    [Fact]
    public void The_latest_context_holds_and_one_that_is_none_gives_no_session()
    {
        using var region = new OwnedRegion();
        Assert.Equal("t-1", Get(region, context: """{"trace_id":"t-1"}""").Context.TraceId);
        Assert.Equal("t-1", Get(region).Context.TraceId);
        Assert.Equal("t-2", Get(region, context: """{"trace_id":"t-2"}""").Context.TraceId);
        Refused(region, "session.context", context: "[1]");
        using var other = new OwnedRegion();
        Refused(other, "session.context", context: "[1]");
        Assert.Equal("t-2", Get(region).Context.TraceId);
    }

    [Fact]
    public void Typed_properties_and_keys_are_in_the_region()
    {
        using var region = new OwnedRegion();
        var sessions = new SharedSessions(TraySession.Layout);
        var tray = TraySession.Over(Get(region, sessions: sessions));
        tray.Tray = new Rect(1, 2, 3, 4);
        tray.Label = "料盘";
        Get(region, sessions: sessions).Set("more", 1);

        Assert.Equal("""Tray={"x":1,"y":2,"width":3,"height":4}, Label="料盘", more=1""", region.Values);
        sessions.Clear();
        var again = TraySession.Over(Get(region, sessions: sessions));
        Assert.Equal(new Rect(1, 2, 3, 4), again.Tray);
        sessions.Clear();
    }

    [Fact]
    public void Another_version_of_the_algorithm_takes_over_what_it_can_and_names_the_rest()
    {
        using var region = new OwnedRegion();
        var before = new SessionLayout("TraySession", 120, [
            new SessionSlot("Count", "long", SessionSlotForm.Value, 0, 8, SessionType.Int64),
            new SessionSlot("Old", "int", SessionSlotForm.Value, 24, 4, SessionType.Int32),
            new SessionSlot("Label", "string?", SessionSlotForm.Text, 48, 20, SessionType.Text),
        ]);
        var old = new SharedSessions(before);
        var first = Get(region, sessions: old);
        first.Set("Count", 5L);
        first.Set("Old", 6);
        first.Set("Label", "料盘");
        first.Set("keyed", 7);
        old.Clear();

        var sessions = new SharedSessions(TraySession.Layout);
        var second = Get(region, sessions: sessions);

        Assert.Equal("料盘", TraySession.Over(second).Label);
        Assert.Equal(7, second.Get("keyed", 0));
        Assert.False(second.Exists("Old"));
        Assert.False(second.Exists("Count"));
        Assert.Equal(["'Count'", "'Old'"], second.NotCarriedOver.Select(reason => reason[..reason.IndexOf(':', StringComparison.Ordinal)]));
        sessions.Clear();
    }

    [Fact]
    public void Values_that_leave_no_room_for_the_typed_properties_are_a_reason_and_stay_what_they_are()
    {
        using var region = new OwnedRegion(size: RegionMemory.SmallestSize);
        var session = Get(region);
        var free = RegionMemory.SmallestSize - RegionFormat.BodyAt - 4096;
        session.Set("much", new string('x', free));
        for (var i = 0; i < 100; i++)
        {
            try
            {
                session.Set("rest", new string('y', 2000 - (20 * i)));
                break;
            }
            catch (SessionException)
            {
                // A little less.
            }
        }

        var sessions = new SharedSessions(new SessionLayout("Large", 4096, [new SessionSlot("Label", "string?", SessionSlotForm.Text, 0, 2000, SessionType.Text)]));

        Assert.Null(sessions.Get(region.ToRequest(), "s-1"u8, Pid, default, out var problem));

        Assert.Contains("空间不足", problem, StringComparison.Ordinal);
        Assert.StartsWith("much=", region.Values, StringComparison.Ordinal);
        sessions.Clear();
    }

    [Fact]
    public void Who_writes_and_when_a_call_last_came_stand_in_the_region()
    {
        using var region = new OwnedRegion();
        _ = Get(region);
        var first = RegionReader.Read(region.Memory);
        Assert.Equal(new RegionProcess((uint)Environment.ProcessId, ProcessStart.OwnTicks), first.Writer);
        ((RegionHeader*)region.Memory.Start)->Attached = 1;

        _ = Get(region);

        Assert.InRange(RegionReader.Read(region.Memory).AttachedMs, first.AttachedMs, long.MaxValue);
    }

    [Fact]
    public void A_warm_call_allocates_nothing()
    {
        using OwnedRegion region = new(), other = new();
        Assert.Equal(0, Allocation.OfThousand(() =>
        {
            var session = _sessions.Get(Request(region), "s-1"u8, Pid, """{"trace_id":"t-1"}"""u8, out _)!;
            session.Set("count", session.Get("count", 0) + 1);
            _ = _sessions.Get(Request(other), "s-1"u8, Pid, default, out _)!;
        }));
    }

    private readonly Dictionary<OwnedRegion, byte[]> _names = [];

    private RegionRequest Request(OwnedRegion region)
    {
        if (!_names.TryGetValue(region, out var name))
        {
            _names[region] = name = Encoding.UTF8.GetBytes(region.Memory.Name);
        }

        return new RegionRequest { Name = name, Generation = region.Generation };
    }

    private static void AssertClosed(Session session, string key)
    {
        foreach (var use in new Action[] { () => session.Get(key, 0), () => session.Set(key, 99), () => session.Delete(key), () => session.Exists(key) })
        {
            Assert.Contains($"'{key}'", Assert.Throws<SessionException>(use).Message, StringComparison.Ordinal);
        }
    }

    private Session Get(OwnedRegion region, string id = "s-1", string context = "", SharedSessions? sessions = null)
    {
        var session = (sessions ?? _sessions).Get(region.ToRequest(), Encoding.UTF8.GetBytes(id), Pid, Encoding.UTF8.GetBytes(context), out var problem);
        Assert.True(session is not null, problem);
        return session;
    }

    private void Refused(OwnedRegion region, string reason, string id = "s-1", string pid = Pid, string context = "")
    {
        Assert.Null(_sessions.Get(region.ToRequest(), Encoding.UTF8.GetBytes(id), pid, Encoding.UTF8.GetBytes(context), out var problem));
        Assert.Contains(reason, problem, StringComparison.Ordinal);
    }
}

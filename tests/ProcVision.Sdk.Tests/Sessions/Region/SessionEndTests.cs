namespace ProcVision.Sdk.Tests.Sessions.Region;

public class SessionEndTests
{
    private readonly Detection _detection = new();

    [Fact]
    public void Every_door_of_an_ended_session_throws_and_names_the_key()
    {
        var session = _detection.Session;
        session.Set("key", 1);
        session.Close();
        Refused("'key'", () => session.Get("key", 0));
        Refused("'key'", () => session.Get<int>("key"));
        Refused("'key'", () => session.TryGet<string>("key", out _));
        Refused("'key'", () => session.Set("key", 2));
        Refused("'key'", () => session.Delete("key"));
        Refused("'key'", () => session.Exists("key"));
        Refused("'TraySession'", () => _ = TraySession.Over(session).Count);
        Assert.True(session.IsEmpty);
        Assert.Empty(session.ToValues());
        session.Clear();
        Assert.Equal(1, _detection.Attach().Get("key", 0));
    }

    [Fact]
    public void A_view_from_before_neither_reads_nor_writes_once_the_session_has_ended()
    {
        var session = _detection.Session;
        var view = TraySession.Over(session);
        view.Count = 1;
        view.Label = "old";
        session.Close();
        Assert.Contains("'Count'", Message(view, static v => _ = v.Count), StringComparison.Ordinal);
        Assert.Contains("'Count'", Message(view, static v => v.Count = 5), StringComparison.Ordinal);
        Assert.Contains("'Label'", Message(view, static v => _ = v.Label), StringComparison.Ordinal);
        Assert.Contains("'Label'", Message(view, static v => v.Label = "new"), StringComparison.Ordinal);
        Assert.Contains("'Label'", Message(view, static v => v.Label = null), StringComparison.Ordinal);
        Assert.Contains("'Pose'", Message(view, static v => v.Pose = new Pose(1, 2, 3)), StringComparison.Ordinal);
        var next = TraySession.Over(_detection.Attach());
        Assert.Equal(1, next.Count);
        Assert.Equal("old", next.Label);
    }

    [Fact]
    public void A_view_of_one_detection_can_never_write_into_the_next_one()
    {
        var memory = PrivateMemory.Create(RegionFormat.DefaultSize);
        var store = SessionStore.Begin(memory, Of("s-1"));
        var first = new Session("s-1", SessionContext.Empty, store);
        var view = TraySession.Over(first);
        view.Count = 1;

        store.Renew(Of("s-2"));
        var second = new Session("s-2", SessionContext.Empty, store);
        Assert.Contains("'Count'", Message(view, static v => v.Count = 5), StringComparison.Ordinal);
        Refused("'key'", () => first.Set("key", 1));
        Assert.False(second.Exists("Count"));
        TraySession.Over(second).Keyed.Set("Count", 2);
        Refused("'Count'", () => first.Get("Count", 0));
        Assert.Equal(2, TraySession.Over(second).Count);
        Assert.Contains("'Count'", Message(view, static v => _ = v.Count), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_comes_to_a_store_later_ends_the_session_that_was_there()
    {
        var store = SessionStore.Begin(PrivateMemory.Create(RegionFormat.DefaultSize), Of("s-1"));
        var first = new Session("s-1", SessionContext.Empty, store);
        first.Set("key", 1);
        var second = new Session("s-1", SessionContext.Empty, store);
        Refused("'key'", () => first.Get("key", 0));
        Assert.Equal(1, second.Get("key", 0));
    }

    private static RegionIdentity Of(string id) => new(id, "p001", "demo", default);

    private static void Refused(string key, Action act) =>
        Assert.Contains(key, Assert.Throws<SessionException>(act).Message, StringComparison.Ordinal);

    private static string Message(in TraySession view, Use use)
    {
        try
        {
            use(view);
        }
        catch (SessionException e)
        {
            return e.Message;
        }

        return "nothing was thrown";
    }

    private delegate void Use(TraySession view);
}

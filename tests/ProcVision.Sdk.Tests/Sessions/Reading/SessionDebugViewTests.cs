using System.Diagnostics;
using System.Reflection;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

public class SessionDebugViewTests
{
    private readonly Session _session = new("s-1", SessionContext.Parse("""{"operator":"dev"}"""));

    [Fact]
    public void A_debugger_shows_id_context_and_each_value_with_its_type()
    {
        TraySession.Over(_session).Tray = new Rect(1, 2, 3, 4);
        _session.Set("note", "引导");
        var view = View();
        Assert.Equal(("s-1", """{"operator":"dev"}"""), (view.Id, view.Context));
        Assert.Equal(
            [new("Tray", "Rect?", """{"x":1,"y":2,"width":3,"height":4}"""), new("note", "string", "\"引导\"")],
            view.Values);
        Assert.Equal("s-1: 2 values", Text());
    }

    [Fact]
    public void Looking_at_a_session_without_values_or_one_that_has_ended_shows_none_and_changes_nothing()
    {
        Assert.Empty(View().Values);
        Assert.Equal("s-1: 0 values", Text());
        _session.Set("a", 1);
        _session.Close();
        Assert.Empty(View().Values);
        Assert.Equal("s-1: has ended", Text());
    }

    [Fact]
    public void What_cannot_be_read_is_shown_with_the_reason()
    {
        using var memory = PrivateMemory.Create(RegionFormat.SmallestSize);
        var session = new Session("s-1", SessionContext.Empty, SessionStore.Begin(memory, new RegionIdentity("s-1", "p001", "a", default)));
        session.Set("a", 1);
        unsafe
        {
            memory.Start[RegionFormat.MagicAt] = 0;
        }

        Assert.StartsWith("不是会话区域", Assert.Single(new SessionDebugView(session).Values).Json, StringComparison.Ordinal);
    }

    /// <summary>As a debugger makes it: the type that the attribute names, over the session.</summary>
    private SessionDebugView View() =>
        (SessionDebugView)Activator.CreateInstance(Type.GetType(typeof(Session).GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName)!, _session)!;

    private string Text()
    {
        Assert.Equal("{DebuggerText,nq}", typeof(Session).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        return (string)typeof(Session).GetProperty("DebuggerText", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(_session)!;
    }
}

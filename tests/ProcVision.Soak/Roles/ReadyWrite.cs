using ProcVision.Soak.Values;

namespace ProcVision.Soak.Roles;

/// <summary>A write whose value is ready, through the door of its key: what is left is the session's work.</summary>
internal readonly struct ReadyWrite<TSession>
    where TSession : ISoakSession<TSession>, allows ref struct
{
    private readonly Action<Session>? _keyed;
    private readonly TypedWrite<TSession>? _typed;

    internal ReadyWrite(SoakKey key, Edition edition)
    {
        var form = key.FormOf(edition);
        if (key.IsTyped)
        {
            _typed = TypedDoor.Prepare<TSession>(edition, form.IsNothing);
        }
        else
        {
            _keyed = form.Prepare(key.Name, edition);
        }
    }

    internal void Do(Session session, TSession typed)
    {
        if (_typed is not null)
        {
            _typed(typed);
        }
        else
        {
            _keyed!(session);
        }
    }
}

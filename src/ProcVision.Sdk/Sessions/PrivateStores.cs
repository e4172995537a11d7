namespace ProcVision;

/// <summary>
/// The memory of sessions that this process keeps itself: what an ended one leaves is used again by the next one, which sees nothing of it.
/// </summary>
/// <param name="most">How many are kept for later.</param>
internal sealed class PrivateStores(int most)
{
    private readonly Stack<SessionStore> _free = new();

    /// <summary>An empty store for a session.</summary>
    internal SessionStore Rent(string id, string pid, SessionContext context)
    {
        var identity = new RegionIdentity(id, pid, "", context.Json);
        if (!_free.TryPop(out var store))
        {
            return SessionStore.Begin(PrivateMemory.Create(RegionMemory.DefaultSize), identity);
        }

        store.Renew(identity);
        return store;
    }

    /// <summary>Takes the store of a session back that has ended.</summary>
    internal void Return(SessionStore store)
    {
        if (_free.Count < most)
        {
            _free.Push(store);
        }
    }
}

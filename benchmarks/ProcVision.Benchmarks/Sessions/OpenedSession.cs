namespace ProcVision.Benchmarks.Sessions;

/// <summary>A session over a shared region, as a step gets one from the Runner.</summary>
internal static class OpenedSession
{
    internal static Session New()
    {
        var memory = SharedMemory.Create(RegionMemory.DefaultSize);
        RegionOwner.Format(memory);
        var generation = RegionOwner.Begin(memory, new("session-1", "p001", "benchmark", default));
        return new("session-1", SessionContext.Empty, SessionStore.Attach(memory, generation));
    }
}

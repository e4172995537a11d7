namespace ProcVision.Benchmarks.Sessions;

/// <summary>Beginning a detection in a region that is already there, on the Runner's side and on the algorithm's; the others make a new store.</summary>
internal static class OpeningRows
{
    private static readonly RegionIdentity Identity = new(
        "session-20240425-000123", "p001", "algorithm-example", """{"product_code":"A01","operator":"line-3","trace_id":"trace-1"}"""u8.ToArray());

    private static ulong _generation;

    internal static SessionRow[] All()
    {
        var memory = SharedMemory.Create(RegionMemory.DefaultSize);
        RegionOwner.Format(memory);
        var attached = SharedMemory.Create(RegionMemory.DefaultSize);
        RegionOwner.Format(attached);
        var generation = RegionOwner.Begin(attached, Identity);
        var store = SessionStore.Attach(attached, generation);
        return
        [
            Row("begin in a pooled region", times =>
            {
                for (var i = 0; i < times; i++)
                {
                    _ = RegionOwner.Begin(memory, Identity);
                }
            }),
            Row("attach to a known region", times =>
            {
                for (var i = 0; i < times; i++)
                {
                    store.Renew(generation);
                }
            }),
        ];
    }

    private static SessionRow Row(string name, Action<int> ours) => new(
        name,
        static times =>
        {
            for (var i = 0; i < times; i++)
            {
                Volatile.Write(ref _generation, (ulong)i);
            }
        },
        static times =>
        {
            for (var i = 0; i < times; i++)
            {
                Got<OriginalStore>.Last = new();
            }
        },
        static times =>
        {
            for (var i = 0; i < times; i++)
            {
                Got<PackedStore>.Last = new();
            }
        },
        ours);
}

namespace ProcVision;

/// <summary>
/// The shared regions that this process has made: their names are taken away when it ends in order, whoever forgot to. A signal that nobody handles
/// ends it as SIGKILL does; handling it here would take the regions from a program that goes on.
/// </summary>
internal static class OwnedRegions
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<SharedMemory> Regions = [];
    private static bool _watches;

    internal static void Add(SharedMemory memory)
    {
        lock (Gate)
        {
            _ = Regions.Add(memory);
            if (!_watches)
            {
                _watches = true;
                AppDomain.CurrentDomain.ProcessExit += static (_, _) => UnlinkAll();
            }
        }
    }

    internal static void Remove(SharedMemory memory)
    {
        lock (Gate)
        {
            _ = Regions.Remove(memory);
        }
    }

    /// <summary>Only the names: other threads may still be using the memory.</summary>
    private static void UnlinkAll()
    {
        lock (Gate)
        {
            foreach (var memory in Regions)
            {
                memory.Unlink();
            }
        }
    }
}

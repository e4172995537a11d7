using System.Buffers;

namespace ProcVision.Runner;

/// <summary>
/// What is kept of a session when its detection is over or its process is dead (conformance 24): one JSON object, the same for the same state.
/// </summary>
/// <remarks>
/// <c>{"id","pid","algorithm","generation","context":{…},"state_store":{KEY: VALUE, …},"values":[{"key","type","bytes"}, …],
/// "size":{"region","used"},"times":{"begun_ms","last_call_ms","archived_ms"},"problems":[TEXT, …]}</c>: <c>id</c>, <c>context</c> and
/// <c>state_store</c> are those of the platform's documents (conformance 35). Typed properties come first, in their order, then keyed values, ordinally;
/// sizes are bytes, times Unix milliseconds, 0 where nobody said. What could not be read is not in <c>state_store</c>, but named in <c>problems</c>. A
/// value without a JSON form, as NaN in a struct, is a text that says so.
/// </remarks>
public static class SessionArchive
{
    /// <summary>Archives the session of a detection: after its last call, or when its algorithm has died.</summary>
    /// <param name="region">Not yet given back; ended or not.</param>
    /// <param name="clock">Says when it was; the system's if null.</param>
    /// <returns>UTF-8 JSON.</returns>
    /// <exception cref="ObjectDisposedException">The region has been given back.</exception>
    /// <exception cref="SessionRegionException">The algorithm has destroyed it; the message says how.</exception>
    public static byte[] Of(SessionRegion region, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Write(region.ReadContent(), clock);
    }

    /// <summary>Archives a region by its name: one that a killed Runner has left behind, or of another process of this user.</summary>
    /// <param name="name">As <c>procvision session</c> lists it; no path.</param>
    /// <param name="clock">Says when it was; the system's if null.</param>
    /// <returns>UTF-8 JSON.</returns>
    /// <exception cref="SessionRegionException">There is none, or it is not a whole one; the message says why.</exception>
    public static byte[] Of(string name, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        using var memory = SharedMemory.Open(name, writable: false);
        return Write(RegionReader.Read(memory), clock);
    }

    private static byte[] Write(RegionContent content, TimeProvider? clock)
    {
        var bytes = new ArrayBufferWriter<byte>();
        RegionArchive.Write(bytes, content, (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeMilliseconds());
        return bytes.WrittenSpan.ToArray();
    }
}

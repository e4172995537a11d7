namespace ProcVision.Benchmarks.Sessions;

/// <summary>One value of one form, set or got so many times by each contender.</summary>
/// <param name="Name">For the table.</param>
/// <param name="Floor">The least that any way has to do: a plain store or load, a copy of the bytes, the JSON alone.</param>
/// <param name="Original">A dictionary, and JSON to be thrown away.</param>
/// <param name="Packed">A dictionary of bytes by MemoryPack.</param>
/// <param name="Ours">The session region.</param>
public sealed record SessionRow(string Name, Action<int> Floor, Action<int> Original, Action<int> Packed, Action<int> Ours)
{
    public override string ToString() => Name;
}

namespace ProcVision.Fuzz.Regions;

/// <summary>
/// Damaged session regions. Each is read or refused with a reason; no exception but that one, no access outside (the memory lies between two pages that
/// end the process), no end that does not come.
/// </summary>
internal abstract class RegionCampaign : Campaign
{
    // The slowest input takes some milliseconds; a machine may be busy, a hang has no end.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Dictionary<int, GuardedMemory> _memories = [];
    private long _input;
    private string? _problem;

    /// <summary>Regions that were not refused as a whole.</summary>
    private protected long Accepted { get; set; }

    internal override string? Run(long count, ulong seed)
    {
        (_input, Accepted, _problem) = (0, 0, null);
        var mutation = new RegionMutation(RegionSeeds.Make(new Random((int)seed)));
        var thread = new Thread(() => RunAll(mutation, count, seed)) { IsBackground = true };
        thread.Start();
        for (var seen = -1L; !thread.Join(Patience); seen = Volatile.Read(ref _input))
        {
            if (seen == Volatile.Read(ref _input))
            {
                return $"{Name}: seed {seed}, input {seen}: hangs";
            }
        }

        foreach (var memory in _memories.Values)
        {
            memory.Dispose();
        }

        _memories.Clear();
        Console.WriteLine($"{Name}: seed {seed}, {_input} regions, {Accepted} not refused as a whole");
        return _problem;
    }

    /// <summary>Uses a region that somebody else has made.</summary>
    internal string? Once(GuardedMemory memory) => Try(memory, 0);

    /// <summary>Uses one region.</summary>
    /// <returns>What went wrong; null when nothing did.</returns>
    private protected abstract string? Try(GuardedMemory memory, long input);

    private GuardedMemory MemoryOf(int size) => _memories.TryGetValue(size, out var memory) ? memory : _memories[size] = GuardedMemory.Create(size);

    private void RunAll(RegionMutation mutation, long count, ulong seed)
    {
        for (; _input < count && _problem is null; Volatile.Write(ref _input, _input + 1))
        {
            byte[]? region = null;
            try
            {
                mutation.Make(RandomOf(seed, _input), MemoryOf, out var memory);
                _problem = Try(memory, _input);
                region = _problem is null ? null : memory.Bytes.ToArray();
            }
            catch (Exception exception)
            {
                _problem = exception.ToString();
            }

            if (_problem is not null)
            {
                _problem = $"{Name}: seed {seed}, input {_input}: {_problem}\n{Keep(region, seed, _input)}";
            }
        }
    }

    private string Keep(byte[]? region, ulong seed, long input)
    {
        if (region is null)
        {
            return "";
        }

        var path = Path.Combine(Path.GetTempPath(), $"procvision-{Name}-{seed}-{input}.bin");
        File.WriteAllBytes(path, region);
        return path;
    }

    private static Random RandomOf(ulong seed, long input)
    {
        var mixed = (seed + (ulong)input) * 0x9E3779B97F4A7C15;
        return new Random((int)(mixed >> 32));
    }
}

namespace ProcVision.Soak.Values;

/// <summary>
/// The n-th value of a key. Everything about it follows from these three numbers, so that whoever finds it in a region knows each of its bytes.
/// </summary>
/// <param name="Seed">Of the experiment.</param>
/// <param name="Key">The key's place in <see cref="SoakKeys.All"/>.</param>
/// <param name="Number">1 for the first one written.</param>
internal readonly record struct Edition(ulong Seed, int Key, long Number)
{
    /// <summary>The i-th 64 bits of this edition; different in every edition.</summary>
    internal ulong Bits(int i)
    {
        // SplitMix64.
        var z = Seed ^ ((ulong)Key * 0xD1B54A32D192ED03) ^ ((ulong)Number * 0x9E3779B97F4A7C15) ^ ((ulong)i * 0x8CB92BA72F3D8DD7);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to <paramref name="below"/> − 1.</summary>
    internal int Pick(int i, int below) => (int)(Bits(i) % (uint)below);
}

namespace ProcVision;

/// <summary>FNV-1a, 64 bits: whether a schema is the one that was written, not whether somebody meant well.</summary>
internal static class RegionHash
{
    internal static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 0x100000001b3UL;
        }

        return hash;
    }
}

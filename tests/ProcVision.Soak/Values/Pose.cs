namespace ProcVision.Soak.Values;

/// <summary>32 bytes that are stored as they lie in memory.</summary>
[SessionValue]
internal record struct Pose(long Number, ulong A, ulong B, ulong C)
{
    internal static Pose Of(Edition edition, int i = 0) =>
        new(edition.Number, edition.Bits(i + 1), edition.Bits(i + 2), edition.Bits(i + 3));
}

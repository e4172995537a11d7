namespace ProcVision.Benchmarks.Sessions;

/// <summary>One typed property of every size up to 10 KB.</summary>
[Session]
internal readonly ref partial struct SmallSession
{
    public partial int Count { get; set; }

    public partial Pose Pose { get; set; }

    public partial string? Label { get; set; }

    [MaxBytes(10 * 1024)]
    public partial double[]? Curve { get; set; }

    [MaxBytes(12 * 1024)]
    public partial Template? Template { get; set; }
}

namespace ProcVision.Benchmarks.Sessions;

[Session]
internal readonly ref partial struct LargeArraySession
{
    [MaxBytes(90 * 1024)]
    public partial double[]? Curve { get; set; }
}

namespace ProcVision.Benchmarks.Sessions;

[Session]
internal readonly ref partial struct LargeRecordSession
{
    [MaxBytes(100 * 1024)]
    public partial Template? Template { get; set; }
}

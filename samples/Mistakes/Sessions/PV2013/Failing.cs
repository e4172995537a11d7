namespace Mistakes.PV2013;

[Session]
public readonly ref partial struct TraySession
{
    [MaxBytes(0)] public partial string Operator { get; set; }
}

namespace Mistakes.PV2014;

[Session]
public readonly ref partial struct TraySession
{
    [MaxBytes(6000)] public partial string First { get; set; }

    [MaxBytes(6000)] public partial string Second { get; set; }
}

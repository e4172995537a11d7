namespace Mistakes.PV2011;

[Session]
public readonly ref partial struct TraySession
{
    public partial int Count { get; set; }
}

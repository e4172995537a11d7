namespace Mistakes.PV2010;

[Session]
public readonly ref partial struct TraySession
{
    public partial int Count { get; set; }
}

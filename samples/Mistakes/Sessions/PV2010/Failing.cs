namespace Mistakes.PV2010;

[Session]
public partial struct TraySession
{
    public partial int Count { get; set; }
}

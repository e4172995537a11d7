namespace Mistakes.PV2015;

public sealed record Template(string Name, double Score);

[Session]
public readonly ref partial struct TraySession
{
    public partial Template? Best { get; set; }
}

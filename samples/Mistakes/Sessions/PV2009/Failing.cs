namespace Mistakes.PV2009;

[SessionValue]
public sealed class Template
{
    public string Name { get; set; } = "";

    public nint Handle { get; set; }
}

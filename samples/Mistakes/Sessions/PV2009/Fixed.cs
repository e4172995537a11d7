using System.Text.Json.Serialization;

namespace Mistakes.PV2009;

[SessionValue]
public sealed class Template
{
    public string Name { get; set; } = "";

    [JsonIgnore]
    public nint Handle { get; set; }
}

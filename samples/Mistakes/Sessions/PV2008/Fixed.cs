using System.Text.Json.Serialization;

namespace Mistakes.PV2008;

[SessionValue(Context = typeof(AppJson))]
public class Template
{
    public string Name { get; set; } = "";
}

[JsonSerializable(typeof(Template))]
public sealed partial class AppJson : JsonSerializerContext;

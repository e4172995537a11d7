using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProcVision.Cli;

/// <summary>JSON of single values, with letters as they are.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class ToolJson : JsonSerializerContext
{
    public static ToolJson Relaxed { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Shows a value that may be anything: a text as it is, all else as JSON with readable letters.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "",
        _ when !value.IsReadable() => value.GetRawText(),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object or JsonValueKind.Array => Json(value),
        _ => value.GetRawText(),
    };

    private static string Json(JsonElement value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
            value.WriteTo(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Shows a value that may be anything: a text as it is, all else as JSON with readable letters.</summary>
internal static class JsonText
{
    /// <summary>What is no longer than this stays on one line.</summary>
    private const int OneLine = 60;

    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined => "",
        _ when !value.IsReadable() => value.GetRawText(),
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Object or JsonValueKind.Array => Json(value, false) is { Length: <= OneLine } line ? line : Json(value, true),
        _ => value.GetRawText(),
    };

    private static string Json(JsonElement value, bool indented)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" }))
            value.WriteTo(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}

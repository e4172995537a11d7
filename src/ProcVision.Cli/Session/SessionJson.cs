using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProcVision.Cli;

/// <summary>Regions for scripts.</summary>
internal static class SessionJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static string Of(ReadRegion region) => Text(json => Write(json, region));

    /// <summary>Several as <c>{"regions":[…]}</c>.</summary>
    public static string Of(IReadOnlyList<ReadRegion> regions) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("regions");
        foreach (var region in regions)
            Write(json, region);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, ReadRegion region)
    {
        var content = region.Content;
        json.WriteStartObject();
        json.WriteString("region", region.Name);
        json.WriteString("file", region.File);
        json.WriteBoolean("left_behind", region.IsLeftBehind);
        WriteProcess(json, "owner", content.Owner);
        WriteProcess(json, "writer", content.Writer);
        json.WriteNumber("generation", content.Generation);
        json.WriteBoolean("open", content.IsOpen);
        json.WriteNumber("begun_ms", content.BegunMs);
        json.WriteNumber("last_call_ms", content.AttachedMs);
        json.WriteNumber("size", content.Size);
        json.WriteNumber("used", content.Used);
        WriteSession(json, content);
        json.WriteStartArray("problems");
        foreach (string problem in content.Problems)
            json.WriteStringValue(problem);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The session as the report of a run has it, and what it belongs to.</summary>
    private static void WriteSession(Utf8JsonWriter json, RegionContent content)
    {
        json.WriteStartObject("session");
        json.WriteString("id", content.Origin.Id);
        json.WriteString("pid", content.Origin.Pid);
        json.WriteString("algorithm", content.Origin.Algorithm);
        json.WritePropertyName("context");
        json.WriteRawValue(content.Origin.Context);
        json.WriteStartArray("values");
        foreach (var value in content.Values)
        {
            json.WriteStartObject();
            json.WriteString("key", value.Key);
            json.WriteString("type", value.Type);
            json.WriteNumber("bytes", value.Bytes);
            json.WritePropertyName("value");
            json.WriteRawValue(value.Json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProcess(Utf8JsonWriter json, string name, RegionProcess process)
    {
        json.WriteStartObject(name);
        json.WriteNumber("pid", process.Id);
        if (ReadRegion.IsAlive(process) is { } isAlive)
            json.WriteBoolean("alive", isAlive);
        else
            json.WriteNull("alive");
        json.WriteEndObject();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}

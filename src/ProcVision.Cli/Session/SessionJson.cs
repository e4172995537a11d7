using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProcVision.Cli;

/// <summary>Regions for scripts: where each is and whose, and what is in it as a Runner would archive it.</summary>
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
        json.WriteBoolean("open", content.IsOpen);
        var archive = new ArrayBufferWriter<byte>();
        RegionArchive.Write(archive, content, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        json.WritePropertyName("archive");
        json.WriteRawValue(archive.WrittenSpan);
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

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProcVision;

/// <summary>
/// What is kept of a session when its detection is over (conformance 24): the shape of the platform's documents, <c>id</c>, <c>context</c> and
/// <c>state_store</c> (conformance 35), and around it whose it is, types, sizes and times. The same content gives the same bytes.
/// </summary>
internal static class RegionArchive
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="into">Takes one JSON object.</param>
    /// <param name="content">What a region says.</param>
    /// <param name="archivedMs">Now, in Unix milliseconds.</param>
    internal static void Write(IBufferWriter<byte> into, RegionContent content, long archivedMs)
    {
        using var json = new Utf8JsonWriter(into, Options);
        json.WriteStartObject();
        json.WriteString("id", content.Origin.Id);
        json.WriteString("pid", content.Origin.Pid);
        json.WriteString("algorithm", content.Origin.Algorithm);
        json.WriteNumber("generation", content.Generation);
        json.WritePropertyName("context");
        json.WriteRawValue(content.Origin.Context);
        WriteState(json, content.Values);
        WriteTypes(json, content.Values);
        json.WriteStartObject("size");
        json.WriteNumber("region", content.Size);
        json.WriteNumber("used", content.Used);
        json.WriteEndObject();
        json.WriteStartObject("times");
        json.WriteNumber("begun_ms", content.BegunMs);
        json.WriteNumber("last_call_ms", content.AttachedMs);
        json.WriteNumber("archived_ms", archivedMs);
        json.WriteEndObject();
        WriteProblems(json, content);
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, IReadOnlyList<StoredValue> values)
    {
        json.WriteStartObject("state_store");
        foreach (var value in values)
        {
            json.WritePropertyName(value.Key);
            json.WriteRawValue(value.Json);
        }

        json.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter json, IReadOnlyList<StoredValue> values)
    {
        json.WriteStartArray("values");
        foreach (var value in values)
        {
            json.WriteStartObject();
            json.WriteString("key", value.Key);
            json.WriteString("type", value.Type);
            json.WriteNumber("bytes", value.Bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProblems(Utf8JsonWriter json, RegionContent content)
    {
        json.WriteStartArray("problems");
        if (content.Origin.IsContextLeftOut)
        {
            json.WriteStringValue("上下文过长，未存入会话区域");
        }

        foreach (var problem in content.Problems)
        {
            json.WriteStringValue(problem);
        }

        json.WriteEndArray();
    }
}

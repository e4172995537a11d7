using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>Writes what a region says of its typed properties, and what a coded value says of its type.</summary>
internal static class RegionSchemaWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of a layout.</summary>
    internal static byte[] Write(SessionLayout layout)
    {
        var types = new RegionTypeTable();
        foreach (var slot in layout.Slots)
        {
            _ = types.Add(slot.Value);
        }

        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteString("name"u8, layout.Name);
            types.Write(json);
            json.WriteStartArray("slots"u8);
            foreach (var slot in layout.Slots)
            {
                json.WriteStartObject();
                json.WriteString("key"u8, slot.Key);
                json.WriteString("type"u8, slot.Type);
                json.WriteString("form"u8, FormOf(slot.Form));
                json.WriteNumber("offset"u8, slot.Offset);
                json.WriteNumber("capacity"u8, slot.Capacity);
                json.WriteNumber("value"u8, types.Add(slot.Value));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>The description in front of a coded value, with spaces up to where its payload may start.</summary>
    internal static byte[] Describe(SessionType type)
    {
        var types = new RegionTypeTable();
        var value = types.Add(type);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            types.Write(json);
            json.WriteNumber("value"u8, value);
            json.WriteString("type"u8, type.Name);
            json.WriteEndObject();
        }

        var padding = -bytes.WrittenCount & (RegionFormat.PayloadAlignment - 1);
        bytes.GetSpan(padding)[..padding].Fill((byte)' ');
        bytes.Advance(padding);
        return bytes.WrittenSpan.ToArray();
    }

    private static ReadOnlySpan<byte> FormOf(SessionSlotForm form) => form switch
    {
        SessionSlotForm.Text => "text"u8,
        SessionSlotForm.Coded => "coded"u8,
        _ => "value"u8,
    };
}

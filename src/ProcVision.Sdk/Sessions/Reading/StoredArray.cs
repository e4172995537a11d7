using System.Text.Json;

namespace ProcVision;

/// <summary>Elements one after the other, to the end of the value.</summary>
internal sealed class StoredArray(StoredType element) : StoredType
{
    internal override int Size => 0;

    internal override void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % element.Size != 0)
        {
            json.WriteStringValue($"无效的数组: {bytes.Length} 字节，元素 {element.Size} 字节");
            return;
        }

        json.WriteStartArray();
        for (var at = 0; at < bytes.Length; at += element.Size)
        {
            element.Write(json, bytes.Slice(at, element.Size));
        }

        json.WriteEndArray();
    }
}

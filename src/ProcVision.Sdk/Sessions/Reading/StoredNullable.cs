using System.Text.Json;

namespace ProcVision;

/// <summary>A value type that may be null, as a member or an element has it: a boolean, then the value at the end.</summary>
internal sealed class StoredNullable(StoredType of, int size) : StoredType
{
    internal override int Size => size;

    internal override void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        switch (bytes[0])
        {
            case 0:
                json.WriteNullValue();
                break;
            case 1:
                of.Write(json, bytes[(size - of.Size)..]);
                break;
            default:
                json.WriteStringValue($"无效的可空值: HasValue 是 {bytes[0]}");
                break;
        }
    }
}

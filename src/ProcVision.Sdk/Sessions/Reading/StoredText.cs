using System.Text;
using System.Text.Json;

namespace ProcVision;

/// <summary>UTF-8 to the end of the value.</summary>
internal sealed class StoredText : StoredType
{
    internal override int Size => 0;

    internal override void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            json.WriteStringValue(Encoding.UTF8.GetString(bytes));
        }
        else
        {
            json.WriteStringValue($"无效的文本: {bytes.Length} 字节，不是 UTF-8");
        }
    }
}

using System.Text.Json;

namespace ProcVision;

/// <summary>A type as a region describes it: enough to read its bytes without the author's code.</summary>
internal abstract class StoredType
{
    /// <summary>Bytes of a value; 0 for one that ends where its bytes end.</summary>
    internal abstract int Size { get; }

    /// <summary>
    /// Writes a value. What System.Text.Json can write looks as it writes it (with the options of docs/session-format.md); bits that are no value of the
    /// type are a text that says so.
    /// </summary>
    /// <param name="json">Takes one value.</param>
    /// <param name="bytes">As many as <see cref="Size"/> says, where it says so.</param>
    internal abstract void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes);

    /// <summary>Writes whatever has been stored as a value of this type.</summary>
    internal void WriteStored(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        if (Size != 0 && bytes.Length != Size)
        {
            json.WriteStringValue($"无效的值: {bytes.Length} 字节，应为 {Size} 字节");
        }
        else
        {
            Write(json, bytes);
        }
    }
}

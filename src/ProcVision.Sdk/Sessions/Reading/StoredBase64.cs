using System.Text.Json;

namespace ProcVision;

/// <summary>A <c>byte[]</c>, to the end of the value.</summary>
internal sealed class StoredBase64 : StoredType
{
    internal override int Size => 0;

    internal override void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes) => json.WriteBase64StringValue(bytes);
}

using System.Text.Json;

namespace ProcVision;

/// <summary>JSON to the end of the value: passed on as it is, once it is known to be JSON.</summary>
internal sealed class StoredJson : StoredType
{
    /// <summary>Objects and arrays inside each other; what the codecs write has no more.</summary>
    private const int Deepest = 64;

    internal override int Size => 0;

    internal override void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        if (Problem(bytes) is { } problem)
        {
            json.WriteStringValue($"无效的 JSON: {bytes.Length} 字节，{problem}");
        }
        else
        {
            json.WriteRawValue(bytes, skipInputValidation: true);
        }
    }

    /// <summary>Why bytes are no JSON that everybody can read; null when they are.</summary>
    internal static string? Problem(ReadOnlySpan<byte> bytes)
    {
        if (!System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return "不是 UTF-8";
        }

        try
        {
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest });
            while (reader.Read())
            {
                if (reader.ValueIsEscaped)
                {
                    // Half a surrogate pair in an escape is only found by unescaping it.
                    _ = reader.GetString();
                }
            }

            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return e.Message;
        }
    }
}

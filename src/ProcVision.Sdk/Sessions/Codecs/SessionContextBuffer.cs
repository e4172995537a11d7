using System.Buffers;
using System.Text.Json;

namespace ProcVision;

/// <summary>What a <c>JsonSerializerContext</c> writes into, with the options that its serializer would use itself.</summary>
internal sealed class SessionContextBuffer
{
    private const int Kept = 1024 * 1024;

    private ArrayBufferWriter<byte> _bytes = new();

    internal SessionContextBuffer(JsonSerializerOptions options) => Json = new Utf8JsonWriter(
        _bytes,
        new JsonWriterOptions
        {
            Encoder = options.Encoder,
            MaxDepth = options.MaxDepth,
            SkipValidation = true,
        });

    internal Utf8JsonWriter Json { get; }

    /// <summary>The value that was written.</summary>
    internal ReadOnlySpan<byte> Written
    {
        get
        {
            Json.Flush();
            return _bytes.WrittenSpan;
        }
    }

    /// <summary>Makes room for the next value, whatever became of the last one.</summary>
    internal void Clear()
    {
        if (_bytes.Capacity > Kept)
        {
            _bytes = new ArrayBufferWriter<byte>();
        }

        _bytes.ResetWrittenCount();
        Json.Reset(_bytes);
    }
}
